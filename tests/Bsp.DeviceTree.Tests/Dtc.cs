using System.Diagnostics;
using System.Text;

namespace Bsp.DeviceTrees.Tests;

/// <summary>The machine's own dtc and its like, which nobody here wrote.</summary>
internal static class Dtc
{
    /// <summary>The blob that dtc makes of a source; null where it refuses.</summary>
    public static byte[]? Compile(string source, params string[] options) =>
        Run("dtc", ["-q", "-I", "dts", "-O", "dtb", .. options], Encoding.UTF8.GetBytes(source));

    /// <summary>The blob that dtc makes of a blob.</summary>
    public static byte[]? Recompile(byte[] blob) => Run("dtc", ["-q", "-I", "dtb", "-O", "dtb"], blob);

    /// <summary>What gcc makes of a source, as a kernel's build calls it.</summary>
    public static byte[] Preprocess(string folder, string file, params string[] options) =>
        Run("gcc", ["-E", "-P", "-nostdinc", "-undef", "-D__DTS__", "-x", "assembler-with-cpp", .. options, Path.Combine(folder, file)], [])
            ?? throw new InvalidOperationException("gcc failed");

    /// <summary>The blob that fdtoverlay makes; null where it refuses.</summary>
    public static byte[]? Apply(byte[] tree, params byte[][] overlays)
    {
        var folder = Directory.CreateTempSubdirectory("bsp-test-").FullName;
        try
        {
            string Put(string name, byte[] bytes)
            {
                var path = Path.Combine(folder, name);
                File.WriteAllBytes(path, bytes);
                return path;
            }

            var paths = overlays.Select((overlay, i) => Put($"{i}.dtbo", overlay)).ToList();
            return Run("fdtoverlay", ["-i", Put("base.dtb", tree), "-o", Path.Combine(folder, "out.dtb"), .. paths], []) is null
                ? null
                : File.ReadAllBytes(Path.Combine(folder, "out.dtb"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static byte[]? Run(string program, string[] arguments, byte[] input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return process.ExitCode == 0 ? output.ToArray() : null;
    }
}
