using System.Text;
using System.Text.Json;
using Bsp.Kconfig;

namespace Bsp.Cli.Reports;

/// <summary>What a check found.</summary>
/// <param name="Requests">How many symbols were asked for.</param>
/// <param name="Unmet">Those that are not met, with what would help, where that was looked for.</param>
/// <param name="Lost">Lines that ask for nothing, though they look as if they did.</param>
/// <param name="Idle">What is selected to no effect.</param>
internal sealed record CheckReport(
    int Requests, IReadOnlyList<(UnmetRequest Request, FixAnswer? Fix)> Unmet, IReadOnlyList<KconfigMessage> Lost,
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

    /// <summary>What all of them need at once; null where there are not several, or it was not looked for.</summary>
    public FixAnswer? Together { get; init; }

    /// <summary>Whether fixes were asked for, not only which requests exclude each other.</summary>
    public bool NamesFixes { get; init; }

    /// <summary>What is said of a fix; empty for nothing.</summary>
    public string Note(FixAnswer? fix, string prefix) => fix is null ? "" : NamesFixes ? fix.Text(prefix) : fix.Exclusion(prefix);

    /// <summary>As compilers print it.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        var roots = Roots;
        var grouped = roots.SelectMany(root => root.Requests).ToHashSet();
        foreach (var (request, fix) in Unmet.Where(unmet => !grouped.Contains(unmet.Request)))
            text.Append(UnmetText.Diagnostic(request, Note(fix, request.Prefix)));
        foreach (var (root, requests) in roots)
        {
            text.Append($"note: {requests.Count} requests are not met for one reason: {root}{Places(root)}\n");
            foreach (var (request, fix) in Unmet.Where(unmet => requests.Contains(unmet.Request)))
                text.Append(UnmetText.Diagnostic(request, Note(fix, request.Prefix)));
        }

        if (Together is { Wanted.Count: > 1 })
            text.Append($"note: {Note(Together, Unmet[0].Request.Prefix)}\n");
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
        if (Together is { Wanted.Count: > 1 })
        {
            json.WriteStartObject("together");
            Write(json, Together, Unmet[0].Request.Prefix);
            json.WriteEndObject();
        }

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

    private void Write(Utf8JsonWriter json, UnmetRequest unmet, FixAnswer? fix)
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
            Write(json, fix, unmet.Prefix);
        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, FixAnswer fix, string prefix)
    {
        if (NamesFixes)
        {
            json.WriteString("fixOutcome", fix.Outcome.ToString());
            if (fix.Outcome == FixOutcome.Found)
            {
                JsonText.WriteTexts(json, "fix", fix.Further.Select(assignment => prefix + assignment));
                json.WriteBoolean("fixIsSmallest", fix.IsSmallest);
            }

            WriteRequests(json, "fixCosts", fix.Lost, lost => lost.Request, lost => lost.Becomes);
        }

        WriteRequests(json, "excludes", fix.Excludes, request => request, _ => null);
    }

    private static void WriteRequests<T>(
        Utf8JsonWriter json, string name, IEnumerable<T> all, Func<T, Request> request, Func<T, string?> becomes)
    {
        json.WriteStartArray(name);
        foreach (var one in all)
        {
            json.WriteStartObject();
            json.WriteString("symbol", request(one).Symbol);
            json.WriteString("requested", request(one).Value);
            if (becomes(one) is { } value)
                json.WriteString("becomes", value);
            json.WriteString("file", request(one).Position.File);
            json.WriteNumber("line", request(one).Position.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
