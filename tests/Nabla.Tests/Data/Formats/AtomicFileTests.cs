using System.Text;
using Nabla.Data.Formats;

namespace Nabla.Tests.Data.Formats;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Creates_and_replaces_a_file_and_leaves_nothing_else()
    {
        string path = _folder["model.nabla"];
        AtomicFile.WriteAllText(path, "one");
        AtomicFile.WriteAllText(path, "∇");

        Assert.Equal([0xE2, 0x88, 0x87], File.ReadAllBytes(path));
        Assert.Equal(["model.nabla"], _folder.FileNames());
    }

    [Fact]
    public void A_caller_that_fails_halfway_leaves_the_old_file_and_gets_its_own_exception()
    {
        string path = _folder.Put("model.nabla", [1, 2, 3]);
        Action<Exception> write = exception => AtomicFile.Write(path, stream =>
        {
            stream.Write(new byte[1 << 20]);
            throw exception;
        });

        Assert.Throws<OperationCanceledException>(() => write(new OperationCanceledException()));
        Assert.Throws<FileNotFoundException>(() => write(new FileNotFoundException("another file")));
        Assert.Equal([1, 2, 3], File.ReadAllBytes(path));
        Assert.Equal(["model.nabla"], _folder.FileNames());
    }

    [Fact]
    public void The_target_is_untouched_until_all_is_written()
    {
        string path = _folder.Put("model.nabla", [1, 2, 3]);
        AtomicFile.Write(path, stream =>
        {
            stream.Write(new byte[1 << 20]);
            stream.Flush();
            Assert.Equal([1, 2, 3], File.ReadAllBytes(path));
        });
        Assert.Equal(1 << 20, new FileInfo(path).Length);
    }

    // What a kill at any instant leaves is what another process can see at that instant: the rename is one system call.
    [Fact]
    public async Task A_reader_at_any_instant_sees_one_whole_version()
    {
        const int Length = 200_000;
        string path = _folder.Put("model.nabla", Enumerable.Repeat((byte)'a', Length).ToArray());
        using var stop = new CancellationTokenSource();
        CancellationToken token = stop.Token;
        int reads = 0;
        Task reader = Task.Run(() =>
        {
            while (!token.IsCancellationRequested)
            {
                byte[] seen = File.ReadAllBytes(path);
                Assert.Equal(Length, seen.Length);
                Assert.Equal(-1, seen.AsSpan().IndexOfAnyExcept(seen[0]));
                Interlocked.Increment(ref reads);
            }
        }, TestContext.Current.CancellationToken);

        for (int i = 0; !reader.IsCompleted && (i < 30 || Volatile.Read(ref reads) < 30); i++)
        {
            AtomicFile.WriteAllBytes(path, Enumerable.Repeat((byte)('a' + (i % 26)), Length).ToArray());
        }

        await stop.CancelAsync();
        await reader;
    }

    [Theory]
    [InlineData("missing/model.nabla", "folder does not exist")]
    [InlineData("file/model.nabla", "folder does not exist")]
    [InlineData("folder", "a folder has that name")]
    public void Says_what_is_wrong_with_the_place(string name, string expected)
    {
        _folder.Put("file", [1]);
        Directory.CreateDirectory(_folder["folder"]);
        FileWriteException exception = Assert.Throws<FileWriteException>(
            () => AtomicFile.WriteAllText(_folder[name], "text"));

        Assert.Equal(_folder[name], exception.FilePath);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.Equal(["file", "folder"], _folder.FileNames().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_read_only_file_is_not_replaced()
    {
        string path = _folder.Put("model.nabla", [1, 2, 3]);
        File.SetAttributes(path, FileAttributes.ReadOnly);
        FileWriteException exception = Assert.Throws<FileWriteException>(() => AtomicFile.WriteAllText(path, "text"));
        File.SetAttributes(path, FileAttributes.Normal);

        Assert.Contains("change the permissions", exception.Message, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3], File.ReadAllBytes(path));
        Assert.Equal(["model.nabla"], _folder.FileNames());
    }

    [Fact]
    public void A_read_only_folder_is_reported()
    {
        Assert.SkipWhen(
            OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "This user may write anywhere.");
        if (!OperatingSystem.IsWindows())
        {
            string folder = _folder["locked"];
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            FileWriteException exception = Assert.Throws<FileWriteException>(
                () => AtomicFile.WriteAllText(Path.Combine(folder, "model.nabla"), "text"));
            Assert.Contains("change the permissions", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_full_disk_is_reported_and_the_old_file_stays()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs /dev/full.");
        string path = _folder.Put("model.nabla", [1, 2, 3]);
        FileWriteException exception = Assert.Throws<FileWriteException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write(new byte[100]);
            using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 0);
            full.Write(new byte[100]);
        }));

        Assert.Contains("The disk is full", exception.Message, StringComparison.Ordinal);
        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3], File.ReadAllBytes(path));
        Assert.Equal(["model.nabla"], _folder.FileNames());
    }

    [Fact]
    public void Devices_are_written_to_and_not_replaced()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs /dev/full.");
        for (int i = 0; i < 2; i++)
        {
            FileWriteException exception = Assert.Throws<FileWriteException>(
                () => AtomicFile.WriteAllText("/dev/full", "text"));
            Assert.Contains("The disk is full", exception.Message, StringComparison.Ordinal);
        }

        AtomicFile.WriteAllText("/dev/null", "text");
        Assert.Empty(File.ReadAllBytes("/dev/null"));
    }

    [Fact]
    public void Links_are_followed_and_permissions_kept()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            string path = _folder.Put("model.nabla", [1, 2, 3]);
            File.SetUnixFileMode(path, Mode);
            File.CreateSymbolicLink(_folder["latest"], path);
            AtomicFile.WriteAllText(_folder["latest"], "new");

            Assert.Equal("new", File.ReadAllText(path, Encoding.UTF8));
            Assert.Equal(Mode, File.GetUnixFileMode(path));
            Assert.NotNull(new FileInfo(_folder["latest"]).LinkTarget);

            File.Delete(path);
            AtomicFile.WriteAllText(_folder["latest"], "again");
            Assert.Equal("again", File.ReadAllText(path, Encoding.UTF8));
        }
    }
}
