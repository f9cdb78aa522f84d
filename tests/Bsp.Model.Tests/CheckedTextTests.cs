using Xunit;

namespace Bsp.Model.Tests;

public sealed class CheckedTextTests
{
    /// <summary>Every kind of text, by the conversion from a string that it has.</summary>
    public static TheoryData<Type> Kinds =>
        [.. typeof(CheckedText).Assembly.GetTypes().Where(type => type.BaseType == typeof(CheckedText))];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_kind_is_empty_or_has_a_line_break_and_null_stays_null(Type kind)
    {
        Assert.Contains(" is empty", Refused(kind, ""), StringComparison.Ordinal);
        Assert.Contains("character", Refused(kind, "a\nb"), StringComparison.Ordinal);
        Assert.Null(Convert(kind, null));
    }

    [Theory]
    [InlineData(typeof(InterfaceName), "a-name-too-long-", "has 16 characters; the kernel allows 15")]
    [InlineData(typeof(RelativePath), "../a", "the path '../a' leaves its folder")]
    [InlineData(typeof(RelativePath), "/a", "the path '/a' leaves its folder")]
    [InlineData(typeof(RelativePath), "a//b", "the path 'a//b' leaves its folder")]
    [InlineData(typeof(FileName), "a/b", "'/'")]
    [InlineData(typeof(DtLabel), "&uart0", "'&'")]
    [InlineData(typeof(DtLabel), "0uart", "begins with a digit")]
    [InlineData(typeof(DtPath), "/soc//uart", "a node name is empty")]
    [InlineData(typeof(DebianPackageName), "Linux", "begin with a lower-case letter or a digit")]
    [InlineData(typeof(SlotName), "a-b", "'-'")]
    [InlineData(typeof(BuildrootSymbol), "LED", "these begin with BR2_")]
    [InlineData(typeof(BuildrootPackage), "BR2_PACKAGE_LED", "write 'LED'")]
    public void A_text_of_another_kind_is_refused(Type kind, string text, string message) =>
        Assert.Contains(message, Refused(kind, text), StringComparison.Ordinal);

    [Fact]
    public void Texts_are_equal_within_their_kind()
    {
        CheckedText slot = (SlotName)"primary";
        CheckedText partition = (PartitionName)"primary";

        Assert.Equal(slot, (SlotName)"primary");
        Assert.NotEqual(slot, partition);
        Assert.Equal("primary", slot.ToString());
        Assert.Equal("primary", partition);
    }

    private static string Refused(Type kind, string text) => Assert.IsType<ModelException>(
        Assert.Throws<System.Reflection.TargetInvocationException>(() => Convert(kind, text)).InnerException).Message;

    private static object? Convert(Type kind, string? text) => kind.GetMethod("op_Implicit", [typeof(string)])!.Invoke(null, [text]);
}
