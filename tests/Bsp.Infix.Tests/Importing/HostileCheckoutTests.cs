using System.Text.RegularExpressions;
using Bsp.Build;
using Bsp.Infix.Importing;
using Bsp.Infix.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bsp.Infix.Tests.Importing;

/// <summary>Whatever is in a checkout, Import drafts a record that is C# of one class, or says what it cannot read.</summary>
public sealed partial class HostileCheckoutTests
{
    private const string Board = "acme-router";

    // Refused by kinds of text, syntax of other languages, and characters that end a line in C#.
    private static readonly string[] s_values =
    [
        "", "a-b", "../../etc/passwd", "/", "\"", "*/ class Injected { } /*", "\u2028class Injected { }\u2028//", "\u001b[2J", "\u00e4",
        "0x", "-1", "99999999999999999999", "$(shell reboot)", "{", "};", "<", "\"\"\"", "\\", new('x', 5000),
    ];

    private static readonly string s_tree = Path.Combine(TestPaths.Sample, "tree");

    [Fact]
    public void Each_word_of_a_checkout_may_be_another()
    {
        using var checkout = new ImportedCheckout(s_tree);
        var layers = DraftCompiler.Layers();
        var random = new Random(2);
        var (drafts, refusals) = (0, 0);
        var failures = new List<string>();
        foreach (var file in Directory.GetFiles(s_tree, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var path = Path.GetRelativePath(s_tree, file);
            var text = File.ReadAllText(file);
            foreach (Match word in Word().Matches(text))
            {
                var value = s_values[random.Next(s_values.Length)];
                checkout.Write(path, string.Concat(text.AsSpan(0, word.Index), value, text.AsSpan(word.Index + word.Length)));
                try
                {
                    RequireOneClass(checkout.Draft(Board, layers));
                    drafts++;
                }
                catch (BuildFailedException)
                {
                    refusals++;
                }
                catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
                {
                    failures.Add($"{path}: '{word.Value}' became '{value}': {exception}");
                }
            }

            checkout.Write(path, text);
        }

        Assert.Empty(failures);
        Assert.True(drafts > 10 * refusals, $"{drafts} drafts, {refusals} refusals");
    }

    [Fact]
    public void A_name_that_a_record_refuses_costs_its_bootloader_alone()
    {
        using var checkout = new ImportedCheckout(s_tree);
        const string good = "configs/acme_router_boot_defconfig";
        const string bad = "configs/acme-router_boot_defconfig";
        checkout.Write(bad, File.ReadAllText(checkout[good]));

        var draft = checkout.Draft(Board);

        Assert.Single(draft.Board.Media);
        Assert.Single(draft.Todos, x => x.File == bad && x.Why.Contains("'acme-router'", StringComparison.Ordinal));
    }

    private static void RequireOneClass(BoardDraft draft)
    {
        var root = CSharpSyntaxTree.ParseText(draft.Text).GetRoot();
        Assert.DoesNotContain(root.GetDiagnostics(), x => x.Severity == DiagnosticSeverity.Error);
        Assert.Single(root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>());
    }

    [GeneratedRegex("""[A-Za-z0-9_]+|[^\sA-Za-z0-9_]""")]
    private static partial Regex Word();
}
