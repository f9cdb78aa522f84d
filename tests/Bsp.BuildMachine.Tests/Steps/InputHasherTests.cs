using Bsp.Build;
using Bsp.Build.Processes;
using Bsp.Build.Steps;

namespace Bsp.BuildMachine.Tests.Steps;

public sealed class InputHasherTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_same_inputs_in_another_order_give_the_same_key() =>
        Assert.Equal(
            Key(inputs =>
            {
                inputs.Text("a", "1");
                inputs.Text("b", "2");
            }),
            Key(inputs =>
            {
                inputs.Text("b", "2");
                inputs.Text("a", "1");
            }));

    [Theory]
    [InlineData("a", "2")]
    [InlineData("b", "1")]
    [InlineData("a", "")]
    public void Another_name_or_text_gives_another_key(string name, string text) =>
        Assert.NotEqual(Key(inputs => inputs.Text("a", "1")), Key(inputs => inputs.Text(name, text)));

    [Fact]
    public void Another_kind_of_step_gives_another_key() =>
        Assert.NotEqual(Key(_ => { }).Hash, new InputHasher(new ToolIdentities()).Key("other").Hash);

    [Fact]
    public void A_files_content_counts_and_its_path_does_not()
    {
        var (one, same, other) = (_folder.Write("one", "x"), _folder.Write("two", "x"), _folder.Write("three", "y"));

        Assert.Equal(Key(inputs => inputs.File("f", one)), Key(inputs => inputs.File("f", same)));
        Assert.NotEqual(Key(inputs => inputs.File("f", one)), Key(inputs => inputs.File("f", other)));
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains(
            "/no/such", Assert.Throws<BuildFailedException>(() => Key(inputs => inputs.File("f", "/no/such"))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_tree_counts_names_contents_links_and_execute_bits()
    {
        var root = Path.Combine(_folder, "tree");
        var file = _folder.Write("tree/a/file", "x");
        var keys = new HashSet<StepKey>();
        void Changed(string what) => Assert.True(keys.Add(Key(inputs => inputs.Tree("t", root))), what);

        Changed("the start");
        File.WriteAllText(file, "y");
        Changed("another content");
        File.SetUnixFileMode(file, File.GetUnixFileMode(file) | UnixFileMode.UserExecute);
        Changed("the execute bit");
        File.CreateSymbolicLink(Path.Combine(root, "link"), "one");
        Changed("a link");
        File.Delete(Path.Combine(root, "link"));
        File.CreateSymbolicLink(Path.Combine(root, "link"), "two");
        Changed("another target");
        Directory.CreateDirectory(Path.Combine(root, "empty"));
        Changed("an empty folder");
        File.Move(file, Path.Combine(root, "a", "renamed"));
        Changed("another name");
    }

    [Fact]
    public void A_tree_counts_neither_times_nor_group_permissions()
    {
        var root = Path.Combine(_folder, "tree");
        var file = _folder.Write("tree/file", "x");
        var before = Key(inputs => inputs.Tree("t", root));

        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);
        File.SetUnixFileMode(file, UnixFileMode.UserRead);

        Assert.Equal(before, Key(inputs => inputs.Tree("t", root)));
    }

    [Fact]
    public void The_version_of_a_tools_package_counts_and_a_missing_package_is_named()
    {
        Assert.NotEqual(Key(_ => { }), Key(inputs => inputs.Tool("dpkg", "dpkg")));
        var fault = Assert.Throws<BuildFailedException>(() => Key(inputs => inputs.Tool("x", "no-such-package")));
        Assert.Contains("apt-get install no-such-package", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_input_that_is_described_twice_is_a_fault() =>
        Assert.Throws<ArgumentException>(() => Key(inputs =>
        {
            inputs.Text("a", "1");
            inputs.Text("a", "2");
        }));

    [Fact]
    public void A_changed_need_gives_another_key_and_another_name_does_not()
    {
        using var build = new TestBuild();
        using var runner = new StepRunner(build.Store, build.Settings, build.Console);
        StepKey KeyWith(string name, string need) =>
            runner.KeyOf(new TestStep(name, null, new TestStep("need") { Input = need }) { Input = "same" });

        Assert.Equal(KeyWith("one", "x"), KeyWith("two", "x"));
        Assert.NotEqual(KeyWith("one", "x"), KeyWith("one", "y"));
    }

    private static StepKey Key(Action<InputHasher> describe)
    {
        var inputs = new InputHasher(new ToolIdentities());
        describe(inputs);
        return inputs.Key("test");
    }
}
