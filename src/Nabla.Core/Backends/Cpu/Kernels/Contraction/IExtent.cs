namespace Nabla.Backends.Cpu.Kernels.Contraction;

/// <summary>A small number known when a kernel is compiled: the code it excludes does not exist.</summary>
internal interface IExtent
{
    /// <summary>The number.</summary>
    static abstract int Value { get; }
}
