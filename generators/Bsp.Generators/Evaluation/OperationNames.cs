using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Bsp.Generators.Evaluation;

/// <summary>What the evaluator cannot do, in the words of someone who writes C#, and what to write instead.</summary>
internal static class OperationNames
{
    private const string Spell = "write the values out, or make them with expression-bodied static methods";

    public static string Of(IOperation operation) => operation switch
    {
        IAnonymousFunctionOperation or IDelegateCreationOperation => "a lambda or delegate",
        IMethodReferenceOperation method => $"a reference to the method '{method.Method.Name}'",
        ITupleOperation => "a tuple",
        IAnonymousObjectCreationOperation => "an anonymous object",
        ITypeOfOperation => "typeof",
        IAwaitOperation => "await",
        IThrowOperation => "throw",
        ISwitchExpressionOperation => "a switch expression",
        IIsPatternOperation or IIsTypeOperation => "a pattern",
        IConditionalAccessOperation => "a '?.' access",
        ILocalReferenceOperation local => $"the local variable '{local.Local.Name}'",
        IInstanceReferenceOperation => "'this'",
        IAssignmentOperation or IIncrementOrDecrementOperation => "an assignment",
        IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicObjectCreationOperation => "a dynamic operation",
        IParameterReferenceOperation parameter => $"the parameter '{parameter.Parameter.Name}'",
        _ => $"this ({operation.Kind})",
    };

    public static string Remedy(IOperation operation) => operation switch
    {
        ISwitchExpressionOperation or IIsPatternOperation or IIsTypeOperation => "write conditional expressions (c ? a : b)",
        IConditionalAccessOperation => "write 'x is null' apart, as a conditional expression",
        ITupleOperation => "give its parts names as static readonly members",
        IAnonymousObjectCreationOperation => "use a record of Bsp.Model",
        _ => Spell,
    };
}
