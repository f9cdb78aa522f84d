namespace Bsp.Infix.Tests.Reading.Disks;

/// <summary>A section of a genimage configuration, which is libconfuse's format.</summary>
/// <param name="Kind">Its word: <c>image</c>, <c>partition</c>, <c>ext4</c>.</param>
/// <param name="Name">Its title; empty where it has none.</param>
/// <param name="Options">Its options in order; a list's items are one after the other.</param>
/// <param name="Sections">The sections in it, in order.</param>
internal sealed record GenimageSection(string Kind, string Name, List<(string Name, string Value)> Options, List<GenimageSection> Sections)
{
    public string? this[string option] => Options.LastOrDefault(x => x.Name == option).Value;

    public static GenimageSection Read(string text)
    {
        var tokens = new Queue<string>(GenimageTokenizer.Split(text));
        var root = new GenimageSection("", "", [], []);
        root.ReadBody(tokens);
        return root;
    }

    private void ReadBody(Queue<string> tokens)
    {
        while (tokens.TryDequeue(out var word) && word != "}")
        {
            switch (tokens.Dequeue())
            {
                case "=":
                    ReadValue(word, tokens);
                    break;
                case "{":
                    Add(word, "", tokens);
                    break;
                case var title:
                    Assert.Equal("{", tokens.Dequeue());
                    Add(word, title, tokens);
                    break;
            }
        }
    }

    private void Add(string kind, string title, Queue<string> tokens)
    {
        var section = new GenimageSection(kind, title, [], []);
        section.ReadBody(tokens);
        Sections.Add(section);
    }

    private void ReadValue(string option, Queue<string> tokens)
    {
        var value = tokens.Dequeue();
        if (value != "{")
        {
            Options.Add((option, value));
            return;
        }

        while ((value = tokens.Dequeue()) != "}")
        {
            if (value != ",")
                Options.Add((option, value));
        }
    }
}
