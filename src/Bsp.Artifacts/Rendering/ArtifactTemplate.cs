using System.Globalization;
using System.Reflection;
using System.Text;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Bsp.Artifacts.Rendering;

/// <summary>A template embedded in this assembly, parsed once. Keep it in a static readonly field.</summary>
/// <remarks>
/// A template sees the public properties of its model in snake_case and <see cref="TemplateFunctions"/>, nothing else:
/// no clock, no environment, no includes. A name it does not know is an error.
/// </remarks>
internal sealed class ArtifactTemplate
{
    // Far above what any board needs, so that a slip ends in an error and not in a hung editor.
    private const int LoopLimit = 100_000;
    private const int TextLimit = 16 << 20;

    private readonly Template _template;

    private ArtifactTemplate(Template template) => _template = template;

    /// <summary>Loads and parses a template.</summary>
    /// <param name="path">Its path below this project, such as <c>Rauc/system.conf.scriban</c>.</param>
    public static ArtifactTemplate Load(string path)
    {
        var assembly = typeof(ArtifactTemplate).GetTypeInfo().Assembly;
        using var stream = assembly.GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"no template '{path}' is embedded in {assembly.GetName().Name}");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // A checkout with CRLF line ends must not change an artifact.
        var template = Template.Parse(
            reader.ReadToEnd().Replace("\r\n", "\n"), path, lexerOptions: new LexerOptions { KeepTrivia = false });
        if (template.HasErrors)
            throw new InvalidOperationException(string.Join("\n", template.Messages));
        return new(template);
    }

    /// <summary>The text for a model, with LF line ends.</summary>
    public string Render(object model)
    {
        var globals = new ScriptObject();
        globals.Import(model, renamer: StandardMemberRenamer.Rename);
        var context = new TemplateContext(TemplateFunctions.All)
        {
            StrictVariables = true,
            EnableRelaxedMemberAccess = false,
            EnableRelaxedTargetAccess = false,
            EnableRelaxedIndexerAccess = false,
            AutoIndent = false,
            NewLine = "\n",
            LoopLimit = LoopLimit,
            LoopLimitQueryable = LoopLimit,
            LimitToString = TextLimit,
            RecursiveLimit = 32,
            MemberRenamer = StandardMemberRenamer.Rename,
        };
        context.PushCulture(CultureInfo.InvariantCulture);
        context.PushGlobal(globals);
        return _template.Render(context);
    }
}
