namespace Bsp.Infix.Tests.Comparing;

/// <summary>Changes to a kernel's configuration in normal form.</summary>
internal static class KernelForm
{
    /// <summary>A symbol → what is done to it, in order; the order of symbols and doing the same again say nothing.</summary>
    public static JsonObject OfFixups(JsonNode? fixups)
    {
        var form = new JsonObject();
        foreach (var fixup in fixups?.AsArray() ?? [])
        {
            var (symbol, step) = (fixup!["symbol"]!.GetValue<string>(), $"{fixup["op"]} {fixup["value"]}");
            if (form[symbol] is not JsonArray steps)
                form[symbol] = steps = [];
            if (steps.LastOrDefault()?.GetValue<string>() != step)
                steps.Add(step);
        }

        return form;
    }
}
