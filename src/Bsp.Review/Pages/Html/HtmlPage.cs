using System.Security.Cryptography;
using System.Text;
using Bsp.Review.Changes;

namespace Bsp.Review.Pages.Html;

/// <summary>The page for a browser: one file that needs nothing else, not even JavaScript.</summary>
public sealed class HtmlPage
{
    private static readonly Markup s_style = Resource("page.css");
    private static readonly Markup s_script = Resource("page.js");

    private readonly ReviewResult _review;
    private readonly BoardNumbers _boards;

    private HtmlPage(ReviewResult review) => (_review, _boards) = (review, new(review));

    /// <summary>The page of a review.</summary>
    public static string Of(ReviewResult review) => new HtmlPage(review).Document().ToString();

    // Styles and scripts run by their hashes only, so that nothing that got past the quoting could run or reach a network.
    private Markup Document() => Markup.Of($"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{Hash(s_style)}'; script-src '{Hash(s_script)}'; img-src data:; base-uri 'none'; form-action 'none'" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <link rel="icon" href="data:," />
        <title>{$"Review of {_review.Head.Name}: {Headline.Name(_review.Impact)}"}</title>
        <style>{s_style}</style>
        </head>
        <body>
        <a class="skip" href="#changes">Skip to the changes</a>
        {Header()}
        <main>
        {Faults()}{FirstLook.Of(_review)}{BoardTable.Of(_review, _boards)}{DiskSection.Of(_review, _boards)}{ChangeSection.Of(_review, _boards)}
        </main>
        <footer><p>{$"Base {_review.Base.Name}: from {_review.Base.Evaluation}. Head {_review.Head.Name}: from {_review.Head.Evaluation}."}</p></footer>
        <script>{s_script}</script>
        </body>
        </html>

        """);

    private Markup Header() => Markup.Of($"""
        <header>
        <div class="bar"><p class="revisions"><span class="label">Review</span> <code>{_review.Base.Name}</code> <span aria-hidden="true">→</span>
        <span class="hidden">to</span> <code>{_review.Head.Name}</code></p>
        <button type="button" id="theme" hidden="" aria-pressed="false">Dark theme</button></div>
        <h1>{Title()}</h1>
        <p class="verdict {Headline.Name(_review.Impact)}">{Headline.Impact(_review)}</p>
        {Counts()}
        {(_review.Notes.Count == 0 ? Markup.None : Markup.Of($"""<ul class="notes">{_review.Notes.Select(note => Markup.Of($"<li>{note}</li>"))}</ul>"""))}
        </header>
        """);

    // The count is what is read from afar; the causes are a line each.
    private Markup Title()
    {
        var (headline, count) = (Headline.Of(_review), "");
        if (headline.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon)
            (count, headline) = (headline[..(colon + 1)], headline[(colon + 2)..]);
        var causes = headline.Split("; ");
        return Markup.Of($"""
            {count} {causes.Select((cause, i) => Markup.Of($"""<span class="cause">{cause}{(i < causes.Length - 1 ? ";" : "")}</span> """))}
            """);
    }

    private Markup Counts()
    {
        var changes = _review.Groups.SelectMany(group => group.Changes).ToList();
        var counts = new[]
        {
            (Number: changes.Count(change => change.Attention == Attention.Error), Noun: "error"),
            (Number: changes.Count(change => change.Attention == Attention.Warning), Noun: "warning"),
            (Number: changes.Count, Noun: "distinct change"),
            (Number: _review.Changed.Count(), Noun: "changed image"),
        };
        return Markup.Of($"""
            <ul class="counts">{counts.Select(count => Markup.Of($"""<li><b>{count.Number}</b> {count.Noun + (count.Number == 1 ? "" : "s")}</li>"""))}</ul>
            """);
    }

    private Markup Faults() => _review.Faults.Count == 0 ? Markup.None : Markup.Of($"""
        <section aria-labelledby="faults"><h2 id="faults">Wrong with what was reviewed</h2>
        {_review.Faults.GroupBy(fault => (fault.Rule.Title, fault.Meaning)).Select(alike => Markup.Of($"""
            <details class="plain error" open="" data-fold="20"><summary><span class="mark">error</span> {alike.Key.Title}: {alike.Key.Meaning}</summary>
            <p class="names">{alike.Select(fault => Markup.Of($"""<span>{fault.Subject}</span> """))}</p></details>
            """))}</section>
        """);

    private static Markup Resource(string name)
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return Markup.Verbatim("\n" + reader.ReadToEnd());
    }

    private static string Hash(Markup content) =>
        "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())));
}
