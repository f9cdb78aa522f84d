namespace Bsp.DeviceTree.Conformance.Dtc;

/// <summary>A case of dtc's test-suite.</summary>
/// <param name="Name">What is run.</param>
/// <param name="Verdict"><c>PASS</c>, or what the suite says about the failure.</param>
internal sealed record SuiteCase(string Name, string Verdict)
{
    /// <summary>Whether it passed.</summary>
    public bool Passed => Verdict == "PASS";
}
