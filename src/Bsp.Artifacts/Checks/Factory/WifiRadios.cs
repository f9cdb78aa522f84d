using Bsp.Artifacts.Infix;
using Bsp.Model;

namespace Bsp.Artifacts.Checks.Factory;

/// <summary>BSP1012: a Wi-Fi interface refers to a radio of the same configuration (infix-if-wifi.yang, <c>radio</c>).</summary>
internal sealed class WifiRadios : InfixCheck
{
    protected override IEnumerable<Finding> Check(Board board, InfixBoard infix, InfixDistribution distribution)
    {
        foreach (var product in infix.Products)
        {
            if (product.FactoryConfig is not { } config)
                continue;
            var declared = config.Radios.Select(radio => radio.Name)
                .Concat(config.Data.Append(distribution.FactoryData).SelectMany(Components))
                .Distinct(StringComparer.Ordinal)
                .ToList();
            foreach (var wifi in FactoryConfigFile.Flat(config.Interfaces).Select(each => each.Interface).OfType<WifiInterface>())
            {
                if (declared.Contains(wifi.Radio))
                    continue;
                yield return new(
                    Rules.UndeclaredRadio, wifi,
                    $"'{wifi.Name}' of '{product.Compatible}' on board '{board.Id}' uses the radio '{wifi.Radio}', but its factory "
                    + "configuration declares "
                    + $"{(declared.Count == 0 ? "none" : string.Join(", ", declared.Select(name => $"'{name}'")))}; "
                    + "add the radio to Radios, or name one of them")
                {
                    Word = wifi.Radio,
                };
            }
        }
    }

    // A radio may also be part of a configuration's JSON.
    private static IEnumerable<string> Components(JsonData data) =>
        from module in data.Value.Members
        where module.Name == "ietf-hardware:hardware"
        from list in (module.Value as DataObject)?.Members ?? []
        from item in (list.Value as DataList)?.Items ?? []
        from member in (item as DataObject)?.Members ?? []
        where member.Name == "name" && member.Value is DataText
        select ((DataText)member.Value).Value;
}
