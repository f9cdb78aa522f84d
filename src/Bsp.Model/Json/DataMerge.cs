namespace Bsp.Model;

/// <summary>Merges JSON objects.</summary>
public static class DataMerge
{
    /// <summary>An object with the members of both: objects are merged, lists are concatenated.</summary>
    /// <exception cref="ModelException">Both have a member with different values.</exception>
    public static DataObject Join(DataObject first, DataObject second) => Join(first, second, "");

    private static DataObject Join(DataObject first, DataObject second, string path)
    {
        var members = first.Members.ToList();
        foreach (var member in second.Members)
        {
            var at = members.FindIndex(known => known.Name == member.Name);
            if (at < 0)
                members.Add(member);
            else
                members[at] = new(member.Name, Join(members[at].Value, member.Value, path + "/" + member.Name));
        }

        return new(Seq<DataMember>.Of(members));
    }

    private static DataNode Join(DataNode first, DataNode second, string path) => (first, second) switch
    {
        (DataObject x, DataObject y) => Join(x, y, path),
        (DataList x, DataList y) => new DataList(x.Items + y.Items),
        _ when first == second => first,
        _ => throw new ModelException($"two parts of a factory configuration have different values for '{path}'; state it in one of them"),
    };
}
