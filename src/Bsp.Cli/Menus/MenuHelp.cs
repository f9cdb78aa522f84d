namespace Bsp.Cli.Menus;

/// <summary>What a user of the menus may want to know.</summary>
internal static class MenuHelp
{
    /// <summary>The help. The command's page has it, too.</summary>
    public const string Text = """
        Keys

          arrows, Page Up/Down, Home, End  move
          Left, Right, Tab                 choose a button
          Enter                            does what the button says
          Space                            changes what is chosen, or opens it
          y, m, n                          built in, as a module, out
          ?, h, F2                         help, and why a value is what it is
          /, F8                            search
          1 to 9                           go to the result with that number
          z, F4                            show what is not offered, too
          U                                undo the last change
          R, Ctrl-R                        do it again
          C                                what has changed
          s, F6                            save
          L, F7                            load another configuration
          Esc, F5                          go back; from the first menu, leave
          Ctrl-C, F9                       leave
          Ctrl-Z                           stop until the shell's fg
          F1                               this help
          another letter                   go to what begins with it

          U, R, C and L are capitals: small ones are first letters.

        The mouse

          A click on a mark such as [ ] changes it, one on a text opens or
          changes it, and the right button explains it. The wheel scrolls.
          To select text, hold Shift, or start with --no-mouse.

        What cannot be set

          y, m, n or ? on it show why: the terms that are not met, or what
          selects it. There, f searches the fewest changes with which it can
          be set, and shows all that they change before anything is done.
          There are three answers: these changes; that there are none, which
          is proved; or that none were found in the time.

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
