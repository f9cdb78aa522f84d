namespace Bsp.DeviceTrees.Tests;

/// <summary>Compiles sources that tests spell out.</summary>
internal static class Sources
{
    /// <summary>What comes of a source.</summary>
    public static CompiledTree Compile(string source, CompilerOptions? options = null, params (string, string)[] others) =>
        DeviceTreeCompiler.Compile("test.dts", new(new MemoryFiles([("test.dts", source), .. others])), options);

    /// <summary>What comes of a source that the preprocessor goes over first.</summary>
    public static CompiledTree Preprocess(string source, params (string, string)[] others) =>
        Compile(source, new() { Preprocessor = new() { IncludeFolders = ["include"] } }, others);

    /// <summary>The blob of a source; null where it is refused.</summary>
    public static byte[]? Blob(string source, CompilerOptions? options = null, BlobOptions? blob = null) =>
        Compile(source, options).Tree is { } tree ? BlobWriter.Write(tree, blob) : null;

    /// <summary>The messages of a source, each with its position.</summary>
    public static string[] Messages(this CompiledTree compiled) => [.. compiled.Messages.Select(message => message.ToString())];
}
