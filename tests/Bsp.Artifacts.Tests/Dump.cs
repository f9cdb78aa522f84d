using Xunit;
namespace Bsp.Artifacts.Tests;
public sealed class Dump { [Fact] public void D() { foreach (var b in new[]{Bsp.Boards.QemuAarch64.Board, Bsp.Boards.QemuX8664.Board}) foreach (var f in ArtifactPlanner.Plan(b, Bsp.Boards.Families.Reference.ReferenceDistribution.Reference)) { var d="/tmp/w/art/out/"+b.Id; System.IO.Directory.CreateDirectory(d); System.IO.File.WriteAllText(d+"/"+f.Path, f.Text);} } }
