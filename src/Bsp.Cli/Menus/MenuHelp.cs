namespace Bsp.Cli.Menus;

/// <summary>What a user of the menus may want to know.</summary>
internal static class MenuHelp
{
    /// <summary>The help.</summary>
    public const string Text = """
        Keys

          Up, Down, Page Up, Page Down, Home, End   move
          Left, Right, Tab                          choose a button
          Enter                                     does what the button says
          Space                                     changes what is chosen, or opens it
          y, m, n                                   built in, as a module, out
          ?, h                                      help, and why a value is what it is
          /                                         search symbols by name or prompt
          z                                         show what is not offered, too
          Esc                                       go back
          Ctrl-C                                    leave
          another letter                            go to what begins with it

        Rows

          [*] [ ]       in or out
          <*> <M> < >   built in, module, out
          {*} {M}       built in or module: something else selects it
          -*- -M- - -   cannot be changed here; ? says why
          (value)       a number or a text
          --->          opens a menu
          ----          a menu in which nothing is offered
          (NEW)         the configuration that was read says nothing of it

        """;
}
