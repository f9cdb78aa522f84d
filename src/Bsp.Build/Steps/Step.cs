namespace Bsp.Build.Steps;

/// <summary>One build step: a pure function of its declared inputs. Its output is named by their hash and made once.</summary>
/// <param name="name">What people read, such as <c>kernel qemu-aarch64</c>.</param>
public abstract class Step(string name)
{
    /// <summary>What people read, such as <c>kernel qemu-aarch64</c>; not part of the key.</summary>
    public string Name { get; } = name;

    /// <summary>The kind of output, the first part of its path in the store, such as <c>kernel</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>The steps whose output this one reads; their keys are part of this one's.</summary>
    public virtual IReadOnlyList<Step> Needs => [];

    /// <summary>Whether the step keeps all cores busy by itself; one such step runs at a time.</summary>
    public virtual bool UsesAllCores => false;

    /// <summary>How many bytes of disk the step takes while it runs, as far as is known; it does not start with less.</summary>
    public virtual long ExpectedBytes => 0;

    /// <summary>Declares every input besides the needed steps.</summary>
    /// <remarks>An output that depends on anything else is a fault: it would not be made again when that changes.</remarks>
    public abstract void Describe(InputHasher inputs);

    /// <summary>Makes the output in <see cref="StepContext.Output"/>.</summary>
    public abstract Task RunAsync(StepContext context, CancellationToken cancel);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
