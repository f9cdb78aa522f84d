namespace Bsp.Cli.SourceTrees;

/// <summary>The compiler and its tools, as the kernel's Makefile names them.</summary>
internal static class Tools
{
    private static readonly (string Variable, string Gnu, string Llvm)[] OfTarget =
    [
        ("CC", "gcc", "clang"), ("LD", "ld", "ld.lld"), ("AR", "ar", "llvm-ar"), ("NM", "nm", "llvm-nm"),
        ("OBJCOPY", "objcopy", "llvm-objcopy"), ("OBJDUMP", "objdump", "llvm-objdump"),
        ("READELF", "readelf", "llvm-readelf"), ("STRIP", "strip", "llvm-strip"),
    ];

    /// <summary>Sets what is not set yet.</summary>
    /// <param name="variables">The variables; ARCH is among them where it matters.</param>
    /// <param name="host">Receives a note when there is no compiler for the architecture.</param>
    /// <param name="crossCompile">What precedes the names; null for what is usual.</param>
    public static void Set(Dictionary<string, string> variables, CliHost host, string? crossCompile)
    {
        var arch = variables.GetValueOrDefault("ARCH", Architectures.OfMachine);
        var llvm = variables.GetValueOrDefault("LLVM", "");
        if (llvm.Length > 0)
        {
            SetLlvm(variables, arch, llvm);
        }
        else
        {
            var prefix = crossCompile ?? variables.GetValueOrDefault("CROSS_COMPILE")
                ?? (variables.ContainsKey("CC") ? "" : DefaultPrefix(variables, host, arch));
            variables["CROSS_COMPILE"] = prefix;
            foreach (var (variable, gnu, _) in OfTarget)
                variables.TryAdd(variable, prefix + gnu);
            variables.TryAdd("CROSS_PKG_CONFIG", prefix + "pkg-config");
            variables.TryAdd("HOSTCC", "gcc");
            variables.TryAdd("HOSTCXX", "g++");
            variables.TryAdd("CLANG_FLAGS", "");
        }

        variables.TryAdd("RUSTC", "rustc");
        variables.TryAdd("BINDGEN", "bindgen");
        variables.TryAdd("PAHOLE", "pahole");
        variables.TryAdd("RUSTC_BOOTSTRAP", "1");
        variables.TryAdd("PYTHON3", "python3");
        variables.TryAdd("PERL", "perl");
        variables.TryAdd("CONFIG_SHELL", "sh");
    }

    private static string DefaultPrefix(Dictionary<string, string> variables, CliHost host, string arch)
    {
        if (Architectures.CrossCompile(arch) is not { } prefix)
            return "";
        if (variables.GetValueOrDefault("PATH", "")
            .Split(':')
            .Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, prefix + "gcc"))))
            return prefix;
        host.Error.Write(
            $"bsp: note: there is no '{prefix}gcc' in PATH; symbols that ask the compiler are answered by 'gcc' "
            + "(--cross-compile names another)\n");
        return "";
    }

    // LLVM=1, LLVM=-15 or LLVM=/folder/ (Documentation/kbuild/llvm.rst).
    private static void SetLlvm(Dictionary<string, string> variables, string arch, string llvm)
    {
        var (prefix, suffix) = llvm.EndsWith('/') ? (llvm, "") : llvm.StartsWith('-') ? ("", llvm) : ("", "");
        foreach (var (variable, _, name) in OfTarget)
            variables.TryAdd(variable, prefix + name + suffix);
        variables.TryAdd("HOSTCC", prefix + "clang" + suffix);
        variables.TryAdd("HOSTCXX", prefix + "clang++" + suffix);
        var target = Architectures.ClangTarget(arch) is { } triple ? $"--target={triple} " : "";
        variables.TryAdd(
            "CLANG_FLAGS",
            target + "-fintegrated-as -Werror=unknown-warning-option -Werror=ignored-optimization-argument -Werror=option-ignored "
                + "-Werror=unused-command-line-argument");
    }
}
