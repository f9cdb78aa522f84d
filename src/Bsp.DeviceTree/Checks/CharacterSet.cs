namespace Bsp.DeviceTrees.Checks;

/// <summary>The characters that some names may have; all of them ASCII.</summary>
internal sealed class CharacterSet
{
    /// <summary>The letters and digits.</summary>
    public const string LettersAndDigits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private readonly bool[] _has = new bool[128];

    /// <param name="characters">The characters.</param>
    public CharacterSet(string characters)
    {
        foreach (var c in characters)
            _has[c] = true;
    }

    /// <summary>The place of the first character that is none of them; -1 where there is no such.</summary>
    public int FirstOther(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] >= _has.Length || !_has[name[i]])
                return i;
        }

        return -1;
    }
}
