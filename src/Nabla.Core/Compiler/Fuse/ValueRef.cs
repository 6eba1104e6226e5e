namespace Nabla.Compiler.Fuse;

/// <summary>A value seen through views: the tensor whose memory is read, and how.</summary>
internal readonly record struct ValueRef(Tensor Root, Layout Layout)
{
    /// <summary>Whether the elements are read one after another, each once.</summary>
    public bool IsIdentity => Layout.IsContiguous && Layout.Shape.ElementCount == Root.Shape.ElementCount;
}
