namespace Bsp.Infix.Tests.Comparing;

/// <summary>Something that Infix and Bsp have differently.</summary>
/// <param name="Board">The board's id.</param>
/// <param name="Field">The field of its reference data, with the way down to the value.</param>
/// <param name="Infix">What the reference data has; <see cref="Nothing"/> where it has nothing.</param>
/// <param name="Bsp">What the board's files have.</param>
internal sealed record Difference(string Board, string Field, string Infix, string Bsp)
{
    public const string Nothing = "–";

    public override string ToString() => $"{Board}: {Field}: Infix has {Infix}, Bsp {Bsp}";
}
