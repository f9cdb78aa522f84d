using Bsp.Infix.Tests.Comparing;
using Bsp.Infix.Tests.Reading;
using Bsp.Infix.Tests.Support;

namespace Bsp.Infix.Tests;

/// <summary>
/// The readers and the comparison are right when they find no difference between Infix's own files and the reference data
/// that was extracted from them.
/// </summary>
public sealed class OriginalTreeTests
{
    public static TheoryData<string> Boards => [.. ReferenceData.Boards];

    [Theory]
    [MemberData(nameof(Boards))]
    public void Infix_itself_does_not_differ_from_the_reference_data(string board)
    {
        var checkout = PortedCheckout.Original;
        var reference = ReferenceData.Board(board);
        var read = BoardReader.Read(new(checkout), reference, ReferenceData.Architecture(reference["arch"]!.GetValue<string>()));
        Assert.Empty(Comparison.Compare(board, reference, read));
    }
}
