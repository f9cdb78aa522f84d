using Bsp.Model;

namespace Bsp.Infix.Importing;

/// <summary>Reads what U-Boot is built with: fragments of its configuration, and its environment as a device tree.</summary>
internal sealed class UBootReader(ImportSource source)
{
    /// <summary>The requests of a fragment, null when there is no such file.</summary>
    public IReadOnlyList<KconfigRequest>? Requests(string path)
    {
        if (source.Lines(path) is not { } lines)
            return null;
        var requests = new Dictionary<string, KconfigRequest>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var text = line.Text.Trim();
            if (Request(text) is { } request)
            {
                requests[request.Symbol] = request;
            }
            else if (text is not ("" or ['#', ..]))
            {
                source.Todo(
                    "Infix.UBootConfig", line,
                    text.StartsWith("BR2_", StringComparison.Ordinal)
                        ? "a symbol of Buildroot does nothing here"
                        : "it is not a symbol of U-Boot");
            }
        }

        return [.. requests.Values];
    }

    /// <summary>Whether U-Boot has it on every board.</summary>
    public bool IsShared(KconfigRequest request) => SharedRequests.Contains(request);

    /// <summary>
    /// The variables of an environment that are not Infix's own, and what else the file adds to U-Boot's tree; null when there is
    /// no such file.
    /// </summary>
    public (IReadOnlyList<UBootVariable> Variables, IReadOnlyList<DtNode> Nodes)? Environment(string path)
    {
        if (Read(path) is not { } all)
            return null;
        var variables = new List<UBootVariable>();
        foreach (var variable in all.Variables.Where(x => !SharedVariables.Contains(x)))
        {
            if (variable.Name == "ixbtn-devmode")
                source.Todo("Infix.Environment", path, "it switches developer mode on for good, which no record does");
            else
                variables.Add(variable);
        }

        return (variables, all.Nodes);
    }

    private HashSet<KconfigRequest> SharedRequests => field ??= [.. Requests(ImportSource.Shared + "uboot/extras.config") ?? []];

    private HashSet<UBootVariable> SharedVariables => field ??= [.. Read(ImportSource.Shared + "uboot/env.dtsi")?.Variables ?? []];

    private (IReadOnlyList<UBootVariable> Variables, IReadOnlyList<DtNode> Nodes)? Read(string path)
    {
        if (new DtsReader(source, "Infix.Environment").Read(path) is not { } document)
            return null;
        var (variables, nodes) = (new Dictionary<string, UBootVariable>(StringComparer.Ordinal), new List<DtNode>());
        foreach (var node in document.Nodes.SelectMany(
            x => x.Name == "/config" ? x.Nodes.Select(y => y with { Name = "/config/" + y.Name }) : [x]))
        {
            if (node.Name is not ("/config/environment" or "&env"))
            {
                nodes.Add(node);
                continue;
            }

            foreach (var property in node.Properties)
            {
                if (property.Values is [DtString { Text: var value }])
                    variables[property.Name] = new(property.Name, value);
                else
                    source.Todo("Infix.Environment", path, $"the variable '{property.Name}' is not a string");
            }
        }

        return ([.. variables.Values], nodes);
    }

    private static KconfigRequest? Request(string text)
    {
        try
        {
            if (text.StartsWith("# CONFIG_", StringComparison.Ordinal) && text.EndsWith(" is not set", StringComparison.Ordinal))
                return new(text["# CONFIG_".Length..^" is not set".Length], KconfigValue.N);
            return text.StartsWith("CONFIG_", StringComparison.Ordinal)
                && text["CONFIG_".Length..].Split('=', 2) is [var symbol, var value] && FixupReader.Value(value) is { } parsed
                ? new(symbol, parsed)
                : null;
        }
        catch (ModelException)
        {
            return null;
        }
    }
}
