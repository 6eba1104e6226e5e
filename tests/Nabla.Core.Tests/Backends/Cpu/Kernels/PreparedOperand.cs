using System.Runtime.InteropServices;

namespace Nabla.Tests.Backends.Cpu.Kernels;

/// <summary>Memory for an operand in the form that a kernel wants, guarded at its end.</summary>
/// <remarks>What the kernel leaves out is no number, so that reading it shows.</remarks>
internal sealed unsafe class PreparedOperand : IDisposable
{
    private const int Guard = 64;

    private readonly int _bytes;

    public PreparedOperand(long bytes)
    {
        _bytes = checked((int)bytes);
        First = (byte*)NativeMemory.AlignedAlloc((nuint)_bytes + Guard, Guard);
        new Span<byte>(First, _bytes + Guard).Fill(0xFF);
    }

    public byte* First { get; }

    public void Dispose()
    {
        bool isIntact = new Span<byte>(First + _bytes, Guard).IndexOfAnyExcept((byte)0xFF) < 0;
        NativeMemory.AlignedFree(First);
        Assert.True(isIntact, "More was prepared than the form has room for.");
    }
}
