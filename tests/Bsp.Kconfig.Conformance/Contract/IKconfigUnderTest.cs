namespace Bsp.Kconfig.Conformance.Contract;

/// <summary>An engine that is compared with conf. Cases come from several threads.</summary>
public interface IKconfigUnderTest
{
    /// <summary>What reports call it.</summary>
    string Name { get; }

    /// <summary>Whether the engine can do it; what it cannot is counted as skipped.</summary>
    bool Supports(KconfigCase @case);

    /// <summary>Does what conf does with the case.</summary>
    /// <remarks>
    /// The engine runs no shell: it takes <see cref="KconfigTarget.ShellAnswers"/>. A fault in the input is a result with another
    /// <see cref="KconfigResult.ExitStatus"/> than 0; an exception is a failed case.
    /// </remarks>
    KconfigResult Run(KconfigCase @case);
}
