using Bsp.Boards;
using Bsp.Boards.Families.Infix;
using Bsp.Model;
using Xunit;

namespace Bsp.Artifacts.Tests.Infix;

public sealed class ProductFilesTests
{
    [Fact]
    public void An_end_device_requests_its_address_and_the_time()
    {
        var text = TextOf(
            "factory-config.cfg",
            new("acme,x")
            {
                FactoryConfig = Factory.EndDevice("x-%m", "Acme \"X\"", [new WifiInterface("wifi0", "radio0")]) with
                {
                    Radios = [new("radio0", "00")],
                },
            });
        Assert.Contains("\"hostname\": \"x-%m\"", text, StringComparison.Ordinal);
        Assert.Contains("\"value\": \"Acme \\\"X\\\"\"", text, StringComparison.Ordinal);
        Assert.Contains("\"name\": \"ntp.org\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("symmetric-keys\"", text.Replace("asymmetric-keys", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("infix-firewall", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_two_parts_say_differently_is_an_error_that_names_the_path()
    {
        var config = Factory.Router("x", "X", [], []) with { Data = ["""{ "infix-meta:meta": { "version": "2.0" } }"""] };
        var error = Assert.Throws<ModelException>(() => TextOf("factory-config.cfg", new("acme,x") { FactoryConfig = config }));
        Assert.Contains("different values for '/infix-meta:meta/version'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_interfaces_with_the_same_name_are_an_error()
    {
        var config = Factory.Router("x", "X", ["lan", "wan"], []);
        var error = Assert.Throws<ModelException>(() => TextOf("factory-config.cfg", new("acme,x") { FactoryConfig = config }));
        Assert.Contains("two interfaces named 'wan'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wan-up", "on", "condition 'wan-up'")]
    [InlineData("true", "blink", "action 'blink'")]
    public void A_rule_with_a_condition_or_an_action_that_is_not_defined_is_an_error(string condition, string action, string message)
    {
        var error = Assert.Throws<ModelException>(
            () => TextOf("iitod.json", new("acme,x") { Leds = new(new LedRules("red", new LedRule(condition, action))) }));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_may_negate_a_condition_and_ask_for_an_attribute() =>
        Assert.Contains(
            "\"if\": \"!power-a:online\"",
            TextOf("iitod.json", new("acme,x") { Leds = new(new LedRules("red", new LedRule("!power-a:online", "on"))) }),
            StringComparison.Ordinal);

    [Fact]
    public void A_file_that_other_members_produce_as_well_is_an_error()
    {
        var product = new InfixProduct("acme,x")
        {
            Leds = new(new LedRules("red", new LedRule("true", "on"))),
            Files = [new TextFile("etc/iitod.json", "{}\n")],
        };
        Assert.Contains(
            "etc/iitod.json' is listed twice", Assert.Throws<ModelException>(() => TextOf("iitod.json", product)).Message,
            StringComparison.Ordinal);
    }

    private static string TextOf(string file, InfixProduct product)
    {
        var board = NanoPiR2S.Board with { Infix = NanoPiR2S.Board.Infix! with { Products = [product] } };
        return Assert.Single(
            ArtifactPlanner.Plan(board, InfixOs.Infix), artifact => artifact.Path.EndsWith("/" + file, StringComparison.Ordinal)).Text;
    }
}
