namespace Bsp.Model;

/// <summary>The kernel's rule for the names of interfaces.</summary>
internal static class InterfaceNames
{
    /// <summary>The name itself; 15 characters at most (Linux, IFNAMSIZ).</summary>
    public static string Checked(string name) => Text.Word(name, "an interface name", "-_.").Length <= 15
        ? name
        : throw new ModelException($"the interface name '{name}' has {name.Length} characters; the kernel takes 15");
}
