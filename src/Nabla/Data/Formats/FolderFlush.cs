using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Nabla.Data.Formats;

/// <summary>Brings a rename in a folder to the disk, so that it survives a loss of power.</summary>
/// <remarks>
/// The base class library refuses to open a folder, so the one call that it lacks is made directly. Windows has no such
/// call, and journals renames.
/// </remarks>
internal static class FolderFlush
{
    private const int ReadOnlyFlag = 0;

    /// <summary>Flushes a folder; does nothing where the system or the file system cannot.</summary>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int descriptor = Open(Encoding.UTF8.GetBytes(folder + '\0'), ReadOnlyFlag);
        if (descriptor < 0)
        {
            return; // A folder that may be written to but not listed.
        }

        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        RandomAccess.FlushToDisk(handle);
    }

    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);
}
