using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>A way to compute a convolution or one of its gradients, planned once for its shape.</summary>
/// <remarks>
/// Instances never change and may run on several threads at once. Chunks depend on shapes only, so that the bits do not
/// depend on the number of threads.
/// </remarks>
internal abstract unsafe class ConvAlgorithm<T>
    where T : unmanaged
{
    /// <summary>What it is called in dumps.</summary>
    public abstract string Name { get; }

    /// <summary>The size of the workspace that every run needs.</summary>
    public abstract long WorkspaceBytes { get; }

    /// <summary>
    /// The form in which runs expect a second input that never changes; null where they read it as it lies.
    /// </summary>
    public virtual PreparedForm? Form => null;

    /// <summary>Brings the second input into that form.</summary>
    /// <param name="b">The second input as it lies.</param>
    /// <param name="prepared">Receives the form.</param>
    public virtual void Prepare(T* b, byte* prepared) =>
        throw new NotSupportedException($"'{Name}' reads its inputs as they lie.");

    /// <summary>Computes the result. Allocates nothing on the managed heap.</summary>
    /// <param name="slots">Passed through to the epilogue.</param>
    /// <param name="a">The first input: images, or the gradient of the result where the kernel is the second.</param>
    /// <param name="b">
    /// The second input: the kernel, or the gradient of the result; in its <see cref="Form"/> where there is one.
    /// </param>
    /// <param name="c">The result; null when only the epilogue wants it.</param>
    /// <param name="workspace">Scratch memory, 64-byte aligned.</param>
    public abstract void Run(nint* slots, T* a, T* b, T* c, byte* workspace);
}
