using Bsp.Model;
using Xunit;

namespace Bsp.Model.Tests;

public sealed class JsonDataTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "a": [1, -2.5e+3, 0, true, false, null, "b\n\u00e9\"\\\/", {}, []], "b": { "c": "d" } }""")]
    public void What_RFC_8259_allows_is_read(string text)
    {
        using var expected = System.Text.Json.JsonDocument.Parse(text);
        Assert.Equal(expected.RootElement.EnumerateObject().Select(x => x.Name), new JsonData(text).Value.Members.Select(x => x.Name));
    }

    [Fact]
    public void Texts_lose_their_escapes_and_numbers_stay_as_they_are()
    {
        var members = new JsonData("""{ "a": "\u00e9\t\"", "b": 1.50 }""").Value.Members;
        Assert.Equal(new DataText("é\t\""), members[0].Value);
        Assert.Equal(new DataLiteral("1.50"), members[1].Value);
    }

    [Theory]
    [InlineData("", "a value is expected in line 1, column 1")]
    [InlineData("{", "'\"' is expected in line 1, column 2")]
    [InlineData("{\n  \"a\": 1,\n}", "line 3, column 1")]
    [InlineData("{ \"a\": 01 }", "a value is expected")]
    [InlineData("{ \"a\": +1 }", "a value is expected")]
    [InlineData("{ \"a\": 1. }", "a value is expected")]
    [InlineData("{ \"a\": tru }", "a value is expected")]
    [InlineData("{ \"a\": 1 } x", "the end is expected")]
    [InlineData("{ \"a\" 1 }", "':' is expected")]
    [InlineData("{ \"a\": [1 2] }", "',' is expected")]
    [InlineData("{ \"a\": \"x", "does not end")]
    [InlineData("{ \"a\": \"\n\" }", "control character")]
    [InlineData("{ \"a\": \"\\x\" }", "no such escape")]
    [InlineData("{ \"a\": \"\\u12g4\" }", "hexadecimal")]
    [InlineData("[1]", "not an object")]
    [InlineData("{ \"a\": 1, \"a\": 2 }", "'a' twice")]
    public void Anything_else_is_refused_with_its_position(string text, string message) =>
        Assert.Contains(message, Assert.Throws<ModelException>(() => new JsonData(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_text_that_is_nested_too_deeply_is_refused() =>
        Assert.Contains(
            "too deeply", Assert.Throws<ModelException>(() => new JsonData("{\"a\":" + new string('[', 100_000))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Objects_are_merged_and_lists_concatenated()
    {
        var joined = DataMerge.Join(
            new JsonData("""{ "a": { "b": 1 }, "c": [1] }""").Value, new JsonData("""{ "a": { "d": 2, "b": 1 }, "c": [2] }""").Value);
        Assert.Equal(new JsonData("""{ "a": { "b": 1, "d": 2 }, "c": [1, 2] }""").Value, joined);
    }

    [Theory]
    [InlineData("192.168.0.1")]
    [InlineData("192.168.0.1/33")]
    [InlineData("fd00::1/129")]
    [InlineData("/24")]
    public void An_address_without_a_valid_prefix_length_is_refused(string address) =>
        Assert.Throws<ModelException>(() => new EthernetInterface("eth0") { Addresses = [address] });

    [Theory]
    [InlineData("AB", "000")]
    [InlineData("AB", "0")]
    [InlineData("GPIO_1 GPIO_0", "0")]
    [InlineData("GPIO_1 GPIO_0", "000")]
    public void Switches_have_as_many_positions_as_names(string names, string position) =>
        Assert.Throws<ModelException>(() => new BootSwitches(names, "Up is 0.", new BootPosition("sdcard", position)));

    [Fact]
    public void Two_media_cannot_have_the_same_position() =>
        Assert.Throws<ModelException>(
            () => new BootSwitches("AB", "Up is 0.", new BootPosition("sdcard", "00"), new BootPosition("emmc", "00")));
}
