using Bsp.Review.Pages.Html;
using Xunit;

namespace Bsp.Review.Tests.Pages;

/// <summary>The page as people use it, in a browser.</summary>
public sealed class HtmlBrowserTests
{
    private const string ShownRows = "[...document.querySelectorAll('#changes .change')].filter(row => row.checkVisibility()).length";
    private const string Background = "getComputedStyle(document.body).backgroundColor";

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("14")]
    [InlineData("100")]
    public async Task A_page_complains_of_nothing_loads_nothing_and_is_accessible(string sample)
    {
        var page = Samples.Write(Samples.Named(sample), sample);
        foreach (var width in new[] { 1280, 400 })
        {
            await using var browser = await Browser.OpenAsync(page, width);
            Assert.Equal("0", await browser.EvaluateAsync("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
            foreach (var theme in new[] { "light", "dark" })
            {
                await browser.PreferAsync("prefers-color-scheme", theme);
                Assert.Empty(await Axe.ViolationsAsync(browser));
            }

            Assert.Empty(browser.Complaints);
            Assert.Empty(browser.Requests);
        }
    }

    [Fact]
    public async Task Faults_of_a_page_are_found()
    {
        var page = HtmlPage.Of(Samples.One);
        var faulty = page[..page.IndexOf("<meta http-equiv", StringComparison.Ordinal)]
            + "</head><body><main><h1>a</h1><img src=\"http://127.0.0.1:9/a.png\"><p style=\"color:#ccc;background:#fff\">pale</p></main>"
            + "<script>console.error('a');</script><script>undefined.a</script></body></html>";
        await using var browser = await Browser.OpenAsync(Samples.Write(faulty, "faulty"));
        Assert.Contains(browser.Requests, request => request == "http://127.0.0.1:9/a.png");
        Assert.Contains(browser.Complaints, complaint => complaint.Contains("\"type\":\"error\"", StringComparison.Ordinal));
        Assert.Contains(browser.Complaints, complaint => complaint.Contains("TypeError", StringComparison.Ordinal));
        var violations = await Axe.ViolationsAsync(browser);
        Assert.Contains(violations, violation => violation.StartsWith("image-alt:", StringComparison.Ordinal));
        Assert.Contains(violations, violation => violation.StartsWith("color-contrast:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_policy_refuses_a_script_that_got_into_the_page_all_the_same()
    {
        var page = HtmlPage.Of(Samples.One).Replace(
            "<main>", "<main><script>window.hacked = 1</script><img src=\"http://127.0.0.1:9/a.png\" alt=\"a\">", StringComparison.Ordinal);
        await using var browser = await Browser.OpenAsync(Samples.Write(page, "broken-into"));
        Assert.Equal("undefined", await browser.EvaluateAsync("typeof window.hacked"));
        Assert.Contains(browser.Complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hostile_text_runs_nothing_and_loads_nothing()
    {
        foreach (var text in Hostile.Texts)
        {
            await using var browser = await Browser.OpenAsync(Samples.Write(Hostile.Review(text), "hostile"));
            Assert.Equal("undefined", await browser.EvaluateAsync("typeof window.hacked"));
            Assert.Equal("0", await browser.EvaluateAsync("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
            Assert.Empty(browser.Complaints);
            Assert.Empty(browser.Requests);
        }
    }

    [Fact]
    public async Task The_partition_map_says_what_moves_in_the_drawing_in_words_and_in_a_table()
    {
        await using var browser = await OpenAsync("1");
        Assert.Equal("grown +16 MiB", await browser.EvaluateAsync(
            "[...document.querySelectorAll('svg .part')].filter(x => x.textContent.includes('aux'))[1].lastElementChild.textContent"));
        var text = await browser.EvaluateAsync("document.querySelector('svg.disk').ariaLabelledByElements[1].textContent");
        Assert.Contains("Before: u-boot-tpl-spl-dtb 8160 KiB at 32 KiB", text, StringComparison.Ordinal);
        Assert.Contains("aux: grown +16 MiB", text, StringComparison.Ordinal);
        Assert.Contains("primary: ↓ moved +16 MiB, grown +32 MiB", text, StringComparison.Ordinal);
        Assert.Equal("changed|aux|0x1000000 (16 MiB)|32 MiB|0x3000000 (48 MiB)|0x1000000 (16 MiB)|16 MiB", await browser.EvaluateAsync(
            "[...document.querySelectorAll('.disks tr')].map(row => [...row.cells].map(cell => cell.textContent).join('|'))"
            + ".find(row => row.includes('|aux|'))"));
        // What comes later on the disk is lower in the drawing, and what does not move is level.
        Assert.Equal("true", await browser.EvaluateAsync("""
            (() => {
              const tops = name => [...document.querySelectorAll('svg .part')].filter(part => part.querySelector('.name').textContent === name)
                .map(part => Math.round(part.querySelector('rect').getBoundingClientRect().top));
              const [same, grown, moved] = ['u-boot-dtb', 'aux', 'cfg'].map(tops);
              return same[0] === same[1] && grown[0] === grown[1] && moved[0] < moved[1];
            })()
            """));
    }

    [Fact]
    public async Task Searching_shows_the_changes_with_all_the_words()
    {
        await using var browser = await OpenAsync("14");
        var all = int.Parse(await browser.EvaluateAsync(ShownRows), System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(all > 20);
        await browser.EvaluateAsync(Type("verity"));
        Assert.Equal("1", await browser.EvaluateAsync(ShownRows));
        Assert.StartsWith("1 of ", await browser.EvaluateAsync("document.getElementById('shown').textContent"), StringComparison.Ordinal);
        Assert.Equal("VERITY", await browser.EvaluateAsync("[...CSS.highlights.get('found')][0].toString()"));
        await browser.EvaluateAsync(Type("PARTITION nanopi moves"));
        Assert.Equal("6", await browser.EvaluateAsync(ShownRows));
        await browser.EvaluateAsync(Type("nowhere to be found"));
        Assert.Equal("0", await browser.EvaluateAsync(ShownRows));
        Assert.Equal("true", await browser.EvaluateAsync("document.getElementById('nothing').checkVisibility()"));
        await browser.EvaluateAsync(Type(""));
        Assert.Equal(all.ToString(System.Globalization.CultureInfo.InvariantCulture), await browser.EvaluateAsync(ShownRows));
    }

    [Fact]
    public async Task A_node_of_a_device_tree_is_found_with_what_is_in_it()
    {
        await using var browser = await OpenAsync("1");
        await browser.EvaluateAsync(Type("pmic@18"));
        Assert.Equal("2", await browser.EvaluateAsync(ShownRows));
        Assert.Equal("i2c@ff160000/pmic@18/regulators", await browser.EvaluateAsync(
            "[...document.querySelectorAll('.node')].find(node => node.checkVisibility()).querySelector('code').textContent"));
    }

    [Fact]
    public async Task Filters_show_the_changes_of_a_board_and_of_a_class()
    {
        await using var browser = await OpenAsync("14");
        await browser.EvaluateAsync(Choose("qemu-x86_64"));
        Assert.Equal("true", await browser.EvaluateAsync("""
            [...document.querySelectorAll('#changes details.group, #disks ~ details')].filter(group => group.checkVisibility())
              .every(group => group.querySelector('summary').textContent.includes('qemu-x86_64') || group.querySelector('.names')?.textContent.includes('qemu-x86_64'))
            """));
        Assert.NotEqual("0", await browser.EvaluateAsync(ShownRows));
        await browser.EvaluateAsync("document.querySelectorAll('[name=impact]:not([value=trust])').forEach(box => box.click())");
        Assert.Equal("1", await browser.EvaluateAsync(ShownRows));
        Assert.Equal("trust", await browser.EvaluateAsync("document.querySelector('#changes .change:not([hidden])').dataset.impact"));
        await browser.EvaluateAsync(Choose("starfive-visionfive2"));
        Assert.Equal("0", await browser.EvaluateAsync(ShownRows));
    }

    [Fact]
    public async Task The_theme_follows_the_system_until_the_button_is_used()
    {
        await using var browser = await OpenAsync("1");
        await browser.PreferAsync("prefers-color-scheme", "light");
        var light = await browser.EvaluateAsync(Background);
        await browser.PreferAsync("prefers-color-scheme", "dark");
        var dark = await browser.EvaluateAsync(Background);
        Assert.NotEqual(light, dark);
        // The page learns of it with one of the next frames.
        Assert.Equal("true", await browser.EvaluateAsync("""
            new Promise(done => {
              const isPressed = () => document.getElementById('theme').getAttribute('aria-pressed');
              const look = tries => isPressed() === 'true' || tries === 0 ? done(isPressed()) : setTimeout(look, 20, tries - 1);
              look(500);
            })
            """));
        await browser.EvaluateAsync("document.getElementById('theme').click()");
        Assert.Equal(light, await browser.EvaluateAsync(Background));
        await browser.PreferAsync("prefers-color-scheme", "light");
        await browser.EvaluateAsync("document.getElementById('theme').click()");
        Assert.Equal(dark, await browser.EvaluateAsync(Background));
        Assert.Equal("0", await browser.EvaluateAsync("document.cookie.length + localStorage.length"));
    }

    [Fact]
    public async Task The_keyboard_reaches_the_changes_the_search_and_every_fold()
    {
        await using var browser = await OpenAsync("14");
        await browser.PressAsync("Tab", 9);
        Assert.Equal("Skip to the changes", await browser.EvaluateAsync("document.activeElement.textContent"));
        Assert.Equal("true", await browser.EvaluateAsync("document.activeElement.getBoundingClientRect().left >= 0"));
        await browser.PressAsync("Enter", 13, "\r");
        Assert.Equal("changes", await browser.EvaluateAsync("document.activeElement.id"));
        await browser.PressAsync("/", 191, "/");
        Assert.Equal("search", await browser.EvaluateAsync("document.activeElement.id"));
        Assert.Equal("", await browser.EvaluateAsync("document.activeElement.value"));
        await browser.EvaluateAsync("document.querySelector('#changes summary').focus()");
        await browser.PressAsync("Enter", 13, "\r");
        Assert.Equal("false", await browser.EvaluateAsync("document.querySelector('#changes details').open"));
        Assert.NotEqual("0px", await browser.EvaluateAsync("getComputedStyle(document.activeElement).outlineWidth"));
    }

    [Fact]
    public async Task A_link_to_a_change_unfolds_what_it_is_in()
    {
        await using var browser = await OpenAsync("14");
        await browser.EvaluateAsync("document.getElementById('fold').click()");
        Assert.Equal("0", await browser.EvaluateAsync(ShownRows));
        await browser.EvaluateAsync("document.querySelector('.first a').click(); new Promise(done => setTimeout(done, 100))");
        Assert.Equal("true", await browser.EvaluateAsync("document.querySelector(':target').checkVisibility()"));
    }

    [Theory]
    [InlineData("14")]
    [InlineData("100")]
    public async Task Without_scripts_and_in_print_everything_is_there(string sample)
    {
        const string hidden = "[...document.querySelectorAll('.change, tr, .names span')].filter(row => !row.checkVisibility()).length";
        var page = Samples.Write(Samples.Named(sample), sample + "-static");
        await using var still = await Browser.OpenAsync(page, scripts: false);
        Assert.Equal("0", await still.EvaluateAsync(hidden));
        Assert.Equal("false", await still.EvaluateAsync("[...document.querySelectorAll('form, button')].some(x => x.checkVisibility())"));
        await using var printed = await Browser.OpenAsync(page);
        await printed.EvaluateAsync("document.querySelectorAll('details').forEach(fold => { fold.open = false; })");
        Assert.NotEqual("0", await printed.EvaluateAsync(hidden));
        await printed.PreferAsync("prefers-color-scheme", "dark", "print");
        Assert.Equal("0", await printed.EvaluateAsync(hidden));
        Assert.Equal("rgb(255, 255, 255)", await printed.EvaluateAsync(Background));
    }

    private static Task<Browser> OpenAsync(string sample) => Browser.OpenAsync(Samples.Write(Samples.Named(sample), sample + "-used"));

    private static string Type(string text) => $$"""
        (() => {
          const search = document.getElementById('search');
          search.value = '{{text}}';
          search.dispatchEvent(new Event('input', { bubbles: true }));
        })()
        """;

    private static string Choose(string board) => $$"""
        (() => {
          const boards = document.getElementById('board');
          boards.value = [...boards.options].find(option => option.textContent === '{{board}}').value;
          boards.dispatchEvent(new Event('input', { bubbles: true }));
        })()
        """;
}
