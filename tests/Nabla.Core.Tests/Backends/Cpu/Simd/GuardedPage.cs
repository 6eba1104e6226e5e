using System.Runtime.InteropServices;

namespace Nabla.Tests.Backends.Cpu.Simd;

/// <summary>A page of memory whose next byte is forbidden, so that reading or writing too far ends the test
/// run.</summary>
/// <remarks>On systems other than Linux plain memory stands in, and only writes that go too far are seen.</remarks>
internal sealed unsafe partial class GuardedPage : IDisposable
{
    private const int Size = 4096;
    private const int NoAccess = 0;
    private const int ReadWrite = 3;
    private const int PrivateAnonymous = 0x22;

    private readonly byte* _start;

    public GuardedPage()
    {
        if (OperatingSystem.IsLinux())
        {
            _start = Map(null, 2 * Size, ReadWrite, PrivateAnonymous, -1, 0);
            Assert.Equal(0, Protect(_start + Size, Size, NoAccess));
        }
        else
        {
            _start = (byte*)NativeMemory.AllocZeroed(2 * Size);
        }
    }

    /// <summary>Just after the last byte that may be touched.</summary>
    public byte* End => _start + Size;

    public void Dispose()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = Unmap(_start, 2 * Size);
        }
        else
        {
            NativeMemory.Free(_start);
        }
    }

    [LibraryImport("libc", EntryPoint = "mmap")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial byte* Map(void* address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Protect(void* address, nuint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Unmap(void* address, nuint length);
}
