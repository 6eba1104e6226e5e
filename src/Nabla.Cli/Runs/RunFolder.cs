using Nabla.Cli.Reports;

namespace Nabla.Cli.Runs;

/// <summary>The folder of a run, and what lies where in it.</summary>
internal sealed class RunFolder(string path)
{
    // Names, shapes and configuration in a model file; all of a report.
    private const int FileOverhead = 1 << 16;

    /// <summary>The folder, as the user named it.</summary>
    public string FullName { get; } = path;

    public string Configuration => File("configuration.json");

    public string History => File("history.csv");

    public string Checkpoints => File("checkpoints");

    public string Model => File("model.nabla");

    /// <summary>What the report is made of.</summary>
    public string Record => File("run.json");

    public string Report => File("report.html");

    /// <summary>The last file of a run: where it is, the run is complete.</summary>
    public string Result => File("result.json");

    public string Log => File("log");

    /// <summary>Is locked while a process trains.</summary>
    public string Lock => File(".lock");

    public bool IsComplete => System.IO.File.Exists(Result);

    /// <summary>Opens the folder of a run that was begun.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static RunFolder Open(string path)
    {
        var folder = new RunFolder(path);
        return System.IO.File.Exists(folder.Configuration) ? folder : throw new UsageException(
            Directory.Exists(path)
                ? $"'{path}' is no folder of a run: it has no configuration.json; name what 'nabla train' wrote."
                : $"There is no folder '{path}'; name what 'nabla train' wrote.");
    }

    /// <summary>A name for a run that nobody named.</summary>
    public static string DefaultName(string data, DateTime now)
    {
        string safe = string.Concat(data.Select(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.'
            ? letter : '-')).Trim('.');
        string name = Path.Combine("runs", $"{(safe.Length > 0 ? safe : "data")}-{now:yyyyMMdd-HHmmss}");
        return Enumerable.Range(1, int.MaxValue).Select(i => i == 1 ? name : $"{name}-{i}")
            .First(candidate => !Path.Exists(candidate));
    }

    /// <summary>Refuses a folder that holds what must not be lost, before anything is read.</summary>
    /// <exception cref="UsageException">It does.</exception>
    public void ThrowIfTaken()
    {
        if (System.IO.File.Exists(FullName))
        {
            throw new UsageException($"'{FullName}' is a file; --output names a folder for the run.");
        }

        if (Directory.Exists(FullName)
            && Directory.EnumerateFileSystemEntries(FullName).Any(entry => !IsOfStart(entry)))
        {
            if (!System.IO.File.Exists(Configuration))
            {
                throw new UsageException(
                    $"'{FullName}' has other files and is no folder of a run; name a new one with --output.");
            }

            throw new UsageException(IsComplete
                ? $"'{FullName}' holds a run that has ended, which is not overwritten; name another folder with "
                    + "--output, or delete this one."
                : $"'{FullName}' holds a run that has not ended; 'nabla resume {FullName}' carries on, "
                    + "or name another folder with --output.");
        }
    }

    // What a run leaves that was killed before it began.
    private bool IsOfStart(string entry) => entry == Lock
        || (entry == Checkpoints && !Directory.EnumerateFileSystemEntries(entry).Any())
        || Path.GetFileName(entry).StartsWith(".nabla-", StringComparison.Ordinal);

    /// <summary>Makes the folder, without the files of a complete run that was there.</summary>
    /// <param name="byteCount">How much will be written, about.</param>
    /// <exception cref="FileWriteException">It cannot be made, or has no room.</exception>
    public void Create(long byteCount)
    {
        try
        {
            Directory.CreateDirectory(Checkpoints);
            foreach (string old in (string[])[Result, Model, Record, Report, History, Log, Configuration])
            {
                System.IO.File.Delete(old);
            }

            foreach (string old in Directory.GetFiles(Checkpoints, "*.nabla"))
            {
                System.IO.File.Delete(old);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FileWriteException(FullName, exception.Message, exception);
        }

        OutputFile.ThrowIfNotWritable(Model, byteCount + FileOverhead);
    }

    /// <summary>Removes what a killed process was writing.</summary>
    public static void DeleteTemporaries(RunFolder folder)
    {
        foreach (string place in (string[])[folder.FullName, folder.Checkpoints])
        {
            foreach (string temporary in Directory.Exists(place) ? Directory.GetFiles(place, ".nabla-*.tmp") : [])
            {
                System.IO.File.Delete(temporary);
            }
        }
    }

    private string File(string name) => Path.Combine(FullName, name);
}
