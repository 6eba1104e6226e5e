namespace Nabla.Backends.Cpu.Kernels.Fused;

/// <summary>A shape seen from one of its axes: what lies before it, the axis, what lies after it.</summary>
internal readonly struct AxisExtents
{
    public AxisExtents(Shape shape, int axis)
    {
        Outer = Shape.Create(shape.Extents[..axis]).ElementCount;
        Extent = shape[axis];
        Inner = Shape.Create(shape.Extents[(axis + 1)..]).ElementCount;
    }

    public long Outer { get; }

    public long Extent { get; }

    public long Inner { get; }
}
