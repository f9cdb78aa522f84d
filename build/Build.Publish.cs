using Nuke.Common;
using Nuke.Common.IO;
using Serilog;

partial class Build
{
    static AbsolutePath PublishDirectory => ArtifactsDirectory / "publish";

    Target Publish => _ => _
        .Description("Publishes the bsp command to artifacts/publish/bsp")
        .After(Check, Generate, Image)
        .Produces("artifacts/publish/*")
        .Executes(PublishAsync);

    async Task PublishAsync()
    {
        var published = await BspCommand.PublishAsync(RootDirectory, PublishDirectory, _cancel.Token);
        Log.Information("{Path}: {Size} KB of native code", published, new FileInfo(published).Length / 1000);
    }
}
