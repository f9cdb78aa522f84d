namespace Bsp.DeviceTrees;

/// <summary>A flattened tree as bytes.</summary>
internal sealed class StructureBytes : IStructureSink
{
    private readonly ValueBuilder _bytes = new(1 << 17);

    public int Length => _bytes.Length;

    public ReadOnlySpan<byte> Bytes => _bytes.Bytes;

    public void BeginNode(TreeNode node) => Cell(BlobLayout.BeginNode);

    public void EndNode(TreeNode node) => Cell(BlobLayout.EndNode);

    public void BeginProperty(TreeProperty? property) => Cell(BlobLayout.Property);

    public void Cell(uint number) => _bytes.Add(number, 32);

    public void Text(string text) => _bytes.AddText(text);

    public void Value(PropertyValue value) => _bytes.Add(value.Bytes);

    public void Align(int alignment) => _bytes.Align(alignment);
}
