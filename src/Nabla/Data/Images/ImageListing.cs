namespace Nabla.Data.Images;

/// <summary>The files of a folder of images, class by class.</summary>
internal sealed record ImageListing(string Folder, string[] ClassNames, string[] Files, int[] Labels)
{
    /// <summary>Lists a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="known">The classes in the order of their labels; null for the folders that are found.</param>
    public static ImageListing Of(string folder, IReadOnlyList<string>? known)
    {
        if (!Directory.Exists(folder))
        {
            string problem = File.Exists(folder)
                ? $"'{folder}' is a file"
                : $"There is no folder '{Path.GetFullPath(folder)}'";
            throw new DirectoryNotFoundException(
                $"{problem}; name a folder that has a folder of images for each class.");
        }

        string[] classes =
        [
            .. new DirectoryInfo(folder).EnumerateDirectories().Select(found => found.Name)
                .Where(name => !name.StartsWith('.')).Order(StringComparer.Ordinal),
        ];
        if (classes.Length == 0)
        {
            throw new InvalidFileException(
                $"'{folder}' has no folders, so there are no classes; put the images of each class into a folder that "
                + "bears its name.");
        }

        if (known is not null)
        {
            if (classes.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } stranger)
            {
                throw new InvalidFileException(
                    $"The folder '{stranger}' in '{folder}' is none of the classes that were asked for: "
                    + $"{string.Join(", ", known)}. Rename or remove it, or learn from all classes.");
            }

            classes = [.. known];
        }

        List<string> files = [];
        List<int> labels = [];
        for (int label = 0; label < classes.Length; label++)
        {
            string place = Path.Combine(folder, classes[label]);
            string[] ofClass = Directory.Exists(place) ? [.. FilesOf(place).Order(StringComparer.Ordinal)] : [];
            files.AddRange(ofClass);
            labels.AddRange(Enumerable.Repeat(label, ofClass.Length));
        }

        return new ImageListing(folder, classes, [.. files], [.. labels]);
    }

    /// <summary>Throws where no file of a class is left, or of all where classes may lack.</summary>
    public void ThrowIfEmpty(int[] kept, bool mayLack)
    {
        if (mayLack && kept.Length > 0)
        {
            return;
        }

        HashSet<int> present = [.. kept.Select(i => Labels[i])];
        for (int label = 0; label < ClassNames.Length; label++)
        {
            if (!present.Contains(label))
            {
                throw new InvalidFileException(
                    $"The class '{ClassNames[label]}' in '{Folder}' has no images that can be read; remove its "
                    + "folder, or put images into it.");
            }
        }
    }

    private static IEnumerable<string> FilesOf(string folder)
    {
        var pending = new Stack<DirectoryInfo>([new DirectoryInfo(folder)]);
        while (pending.TryPop(out DirectoryInfo? current))
        {
            foreach (FileSystemInfo entry in current.EnumerateFileSystemInfos())
            {
                if (entry.Name.StartsWith('.'))
                {
                    continue;
                }

                // A link to a folder could lead back to one above it.
                if (entry is DirectoryInfo within)
                {
                    if (within.LinkTarget is null)
                    {
                        pending.Push(within);
                    }
                }
                else
                {
                    yield return entry.FullName;
                }
            }
        }
    }
}
