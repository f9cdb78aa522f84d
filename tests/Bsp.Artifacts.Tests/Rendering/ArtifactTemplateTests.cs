using Bsp.Artifacts.Rendering;
using Xunit;

namespace Bsp.Artifacts.Tests.Rendering;

public sealed class ArtifactTemplateTests
{
    [Fact]
    public void A_template_that_is_not_embedded_is_an_error_with_its_name() =>
        Assert.Contains(
            "Rauc/no.scriban", Assert.Throws<InvalidOperationException>(() => ArtifactTemplate.Load("Rauc/no.scriban")).Message);

    [Fact]
    public void A_name_that_the_model_lacks_is_an_error()
    {
        var template = ArtifactTemplate.Load("Rauc/fw_env.config.scriban");

        Assert.ThrowsAny<Exception>(() => template.Render(new { File = "x" }));
    }

    [Theory]
    [InlineData("date")]
    [InlineData("timespan")]
    [InlineData("math")]
    [InlineData("include")]
    public void Templates_reach_no_clock_no_chance_and_no_files(string name) =>
        Assert.False(TemplateFunctions.All.ContainsKey(name));
}
