using System.Text;
using System.Text.Json;
using Bsp.Kconfig;

namespace Bsp.Cli.Reports;

/// <summary>What a check found.</summary>
/// <param name="Requests">How many symbols were asked for.</param>
/// <param name="Unmet">Those that are not met, with what would help.</param>
/// <param name="Lost">Lines that ask for nothing, though they look as if they did.</param>
/// <param name="Idle">What is selected to no effect.</param>
internal sealed record CheckReport(
    int Requests, IReadOnlyList<(UnmetRequest Request, IReadOnlyList<Assignment>? Fix)> Unmet, IReadOnlyList<KconfigMessage> Lost,
    IReadOnlyList<KconfigMessage> Idle)
{
    /// <summary>What several requests fail of, with those requests; what most fail of comes first.</summary>
    public IReadOnlyList<(UnmetTerm Root, IReadOnlyList<UnmetRequest> Requests)> Roots =>
    [
        .. Unmet.Select(unmet => unmet.Request)
            .Where(request => request.Root is not null)
            .GroupBy(request => request.Root!.Key)
            .Where(group => group.Count() > 1)
            .OrderByDescending(group => group.Count())
            .Select(group => (group.First().Root!, (IReadOnlyList<UnmetRequest>)[.. group])),
    ];

    /// <summary>As compilers print it.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        var roots = Roots;
        var grouped = roots.SelectMany(root => root.Requests).ToHashSet();
        foreach (var (request, fix) in Unmet.Where(unmet => !grouped.Contains(unmet.Request)))
            text.Append(UnmetText.Diagnostic(request, fix));
        foreach (var (root, requests) in roots)
        {
            text.Append($"note: {requests.Count} requests are not met for one reason: {root}{Places(root)}\n");
            foreach (var (request, fix) in Unmet.Where(unmet => requests.Contains(unmet.Request)))
                text.Append(UnmetText.Diagnostic(request, fix));
        }

        foreach (var line in Lost.Concat(Idle))
            text.Append(line).Append('\n');
        text.Append(Unmet.Count == 0 ? $"all of {Requests} requests are met" : $"{Unmet.Count} of {Requests} requests are not met")
            .Append(Lost.Count > 0 ? $", and {Lost.Count} more line(s) set nothing\n" : "\n");
        return PrintableText.Lines(text.ToString());
    }

    /// <summary>As an object.</summary>
    public string Json() => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("requests", Requests);
        json.WriteStartArray("unmet");
        foreach (var (unmet, fix) in Unmet)
            Write(json, unmet, fix);
        json.WriteEndArray();
        json.WriteStartArray("roots");
        foreach (var (root, requests) in Roots)
        {
            json.WriteStartObject();
            WriteMembers(json, root);
            JsonText.WriteTexts(json, "symbols", requests.Select(request => request.Request.Symbol));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(json, "lost", Lost);
        Write(json, "warnings", Idle);
        json.WriteEndObject();
    });

    private static string Places(UnmetTerm term) =>
        term.WrittenAt is null && term.Positions.Count > 0 ? $", defined at {term.Positions[0].File}:{term.Positions[0].Line}" : "";

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<KconfigMessage> messages)
    {
        json.WriteStartArray(name);
        foreach (var message in messages)
        {
            json.WriteStartObject();
            json.WriteString("message", message.Text);
            json.WriteString("file", message.Position.File);
            json.WriteNumber("line", message.Position.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMembers(Utf8JsonWriter json, UnmetTerm term)
    {
        json.WriteString("term", term.Text);
        json.WriteString("value", term.Value);
        if (term.Condition is not null)
            json.WriteString("condition", term.Condition);
        if (term.Note is not null)
            json.WriteString("note", term.Note);
        JsonText.WriteTexts(json, "definedAt", term.Positions.Select(position => $"{position.File}:{position.Line}"));
    }

    private static void Write(Utf8JsonWriter json, UnmetRequest unmet, IReadOnlyList<Assignment>? fix)
    {
        json.WriteStartObject();
        json.WriteString("symbol", unmet.Request.Symbol);
        json.WriteString("requested", unmet.Request.Value);
        json.WriteString("actual", unmet.Actual);
        json.WriteString("reason", unmet.Reason.ToString());
        json.WriteString("message", unmet.ToString());
        json.WriteString("file", unmet.Request.Position.File);
        json.WriteNumber("line", unmet.Request.Position.Line);
        JsonText.WriteTexts(json, "definedAt", unmet.Definitions.Select(definition => $"{definition.File}:{definition.Line}"));
        json.WriteStartArray("terms");
        foreach (var term in unmet.Terms)
        {
            json.WriteStartObject();
            WriteMembers(json, term);
            if (term.Root is { } root)
            {
                json.WriteStartObject("root");
                WriteMembers(json, root);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonText.WriteTexts(json, "nearestNames", unmet.NearestNames);
        if (fix is not null)
            JsonText.WriteTexts(json, "fix", fix.Select(assignment => assignment.ToString()));
        json.WriteEndObject();
    }
}
