using System.Reflection;
using System.Runtime.Loader;
using Bsp.Generators.Evaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bsp.Generators.Tests.Harness;

/// <summary>Evaluates members as the generator does and as .NET does, and compares the values.</summary>
internal static class BothWays
{
    /// <summary>Every static field and property of the class <c>Test</c> has the same value both ways.</summary>
    public static void Agree(params (string Path, string Text)[] files)
    {
        var compilation = TestCompilation.Of(files);
        Diagnose.AssertCompiles(compilation);
        var type = Load(compilation).GetType("Test", throwOnError: true)!;
        var cache = new EvaluationCache();
        var members = compilation.GetTypeByMetadataName("Test")!.GetMembers()
            .Where(member => member is IFieldSymbol { IsImplicitlyDeclared: false } or IPropertySymbol && member.IsStatic)
            .ToArray();
        Assert.NotEmpty(members);
        foreach (var member in members)
        {
            var evaluation = cache.Evaluate(member, compilation, TestContext.Current.CancellationToken);
            Assert.True(
                evaluation.IsKnown,
                member.Name + ": "
                    + string.Join("; ", evaluation.AllProblems().Select(problem => problem.Descriptor.Id + " " + problem.Message)));
            var runTime = RunTime(type, member.Name);
            Assert.Equal((member.Name, runTime?.GetType()), (member.Name, evaluation.Value?.GetType()));
            Assert.Equal(runTime, evaluation.Value);
        }
    }

    /// <summary>Every static member of the class that the text is the body of has the same value both ways.</summary>
    public static void Agree(string members, string usings = "") =>
        Agree(("Test.cs", usings + "\npublic static class Test\n{\n" + members + "\n}\n"));

    public static Assembly Load(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        image.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image);
    }

    private static object? RunTime(Type type, string name)
    {
        const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        return type.GetField(name, Any) is { } field ? field.GetValue(null) : type.GetProperty(name, Any)!.GetValue(null);
    }
}
