using Bsp.Infix.Tests.Comparing;
using Bsp.Infix.Tests.Reading;
using Bsp.Infix.Tests.Support;

namespace Bsp.Infix.Tests;

/// <summary>
/// The readers and the comparison are right when they find no difference between Infix's own files and the facts that were read off these.
/// </summary>
public sealed class OriginalTreeTests
{
    public static TheoryData<string> Boards => [.. InfixFacts.Boards];

    [Theory]
    [MemberData(nameof(Boards))]
    public void Infix_itself_does_not_differ_from_the_facts(string board)
    {
        var checkout = PortedCheckout.Original;
        var facts = InfixFacts.Board(board);
        var read = BoardReader.Read(new(checkout), facts, InfixFacts.Architecture(facts["arch"]!.GetValue<string>()));
        Assert.Empty(Comparison.Compare(board, facts, read));
    }
}
