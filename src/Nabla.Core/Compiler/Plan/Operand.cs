namespace Nabla.Compiler;

/// <summary>How a step reads or writes memory: which slot, as what type, through which layout.</summary>
/// <param name="Slot">The index into the program's slots.</param>
/// <param name="DType">The element type.</param>
/// <param name="Layout">Where the elements lie in the slot.</param>
public sealed record Operand(int Slot, DType DType, Layout Layout)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        string strides = Layout.IsContiguous
            ? ""
            : $" strides {Layout.Strides}" + (Layout.Offset == 0 ? "" : $" offset {Layout.Offset}");
        return $"%{Slot}:{new TensorSpec(DType, Layout.Shape)}{strides}";
    }
}
