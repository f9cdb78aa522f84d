using Bsp.Artifacts.Boards;
using Bsp.Model;

namespace Bsp.Artifacts.Infix;

/// <summary><c>iitod.json</c>: what all products have, merged with the product's own conditions and rules.</summary>
internal static class LedControlFile
{
    public static string Of(LedControl leds, InfixDistribution distribution)
    {
        var data = DataMerge.Join(distribution.LedData.Value, Object(
            ("input",
                Object(
                    ("path", Object(
                        leds.Inputs.Select(input => (input.Name.Value, (DataNode)Object(("path", new DataText(input.Path))))))))),
            ("output", Object(("led", Object(leds.Rules.Select(rules => (rules.Led, (DataNode)Of(rules)))))))));
        var conditions = Names(data, "input", "path").Concat(Names(data, "input", "udev")).Append("true").ToList();
        var actions = Names(data, "aliases").ToList();
        foreach (var (led, rule) in leds.Rules.SelectMany(rules => rules.Rules.Select(rule => (rules.Led, rule))))
        {
            Require(led, "condition", rule.If.TrimStart('!').Split(':')[0], conditions);
            Require(led, "action", rule.Then, actions);
        }

        return JsonText.Of(data);
    }

    // iitod ignores a rule that it does not understand.
    private static void Require(string led, string what, string name, List<string> known)
    {
        if (!known.Contains(name))
            throw new ModelException($"a rule of the light '{led}' has the {what} '{name}'; there are {string.Join(", ", known)}");
    }

    private static DataObject Of(LedRules rules) => Object(("rules", new DataList(Seq<DataNode>.Of(rules.Rules.Select(rule =>
        Object(("if", new DataText(rule.If)), ("then", new DataText("@" + rule.Then))))))));

    private static IEnumerable<string> Names(DataObject data, params string[] path)
    {
        DataNode? at = data;
        foreach (var name in path)
            at = (at as DataObject)?.Members.FirstOrDefault(member => member.Name == name)?.Value;
        return at is DataObject found ? found.Members.Select(member => member.Name) : [];
    }

    private static DataObject Object(params (string Name, DataNode Value)[] members) => Object(members.AsEnumerable());

    private static DataObject Object(IEnumerable<(string Name, DataNode Value)> members) =>
        new(Seq<DataMember>.Of(members.Select(member => new DataMember(member.Name, member.Value))));
}
