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
          /                                         search names, prompts and help texts
          1 to 9                                    go to the result with that number
          z                                         show what is not offered, too
          U, R (capitals)                           undo the last change, do it again
          C (capital)                               what has changed, and what follows from it
          s, L (capital)                            save, load
          Esc, or Esc Esc                           go back; from the first menu, leave
          Ctrl-C                                    leave
          Ctrl-Z                                    stop until the shell's 'fg'
          F1 to F9                                  as in nconfig: help, why, help, show all, back, save,
                                                    load, search, leave
          another small letter                      go to what begins with it

        Mouse

          A click on a mark such as [ ] changes it, one on a text opens or changes it, the right button
          explains it, the wheel scrolls, buttons can be clicked. To select text, hold Shift, or start
          with --no-mouse.

        What cannot be set

          y, m or n on it, or ?, shows why: the terms that are not met, or what selects it. From there
          f searches the fewest changes with which it can be set, and shows all that they change before
          anything is done. There are three answers: such changes, 'there is no fix', which is proved,
          or none found in the time.

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
