namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>A line of the source, and the row of the kernel that meets it.</summary>
internal unsafe struct ConvRow<T>
    where T : unmanaged
{
    /// <summary>The line's first pixel.</summary>
    public T* Source;

    /// <summary>The row's first weights; or the sums of their gradients.</summary>
    public T* Weights;
}
