using Nabla.Compiler;

namespace Nabla.Runtime;

/// <summary>A device that runs programs: the contract that every backend fulfils, ours and others'.</summary>
/// <param name="name">A short name, such as <c>cpu</c>.</param>
public abstract class Backend(string name) : Device(name)
{
    /// <summary>What the compiler wants to know.</summary>
    public abstract BackendTraits Traits { get; }

    /// <summary>Memory for elements; its contents are undefined.</summary>
    public abstract Storage Allocate(long byteCount);

    /// <summary>Memory for the elements of a tensor; its contents are undefined.</summary>
    /// <exception cref="OutOfMemoryException">There is not enough memory for it.</exception>
    internal Storage Allocate(TensorSpec spec)
    {
        try
        {
            return Allocate(spec.ByteCount);
        }
        catch (OutOfMemoryException exception)
        {
            HostMemory.ThrowExhausted($"A tensor {spec}", spec.ByteCount, exception);
            throw;
        }
    }

    /// <summary>A kernel for one step of a program.</summary>
    /// <exception cref="KernelNotFoundException">The backend cannot run the step.</exception>
    public abstract Kernel CreateKernel(KernelRequest request);

    /// <summary>Copies a block of device memory.</summary>
    public abstract void Copy(Storage source, Storage destination);

    /// <summary>The default device as a backend.</summary>
    internal static Backend Current => (Backend)Default;
}
