namespace Nabla.Data.Images;

/// <summary>The files of a folder of images, class by class.</summary>
internal sealed record ImageListing(string Folder, string[] ClassNames, string[] Files, int[] Labels)
{
    /// <summary>Lists a folder.</summary>
    public static ImageListing Of(string folder)
    {
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

        List<string> files = [];
        List<int> labels = [];
        for (int label = 0; label < classes.Length; label++)
        {
            string[] ofClass = [.. FilesOf(Path.Combine(folder, classes[label])).Order(StringComparer.Ordinal)];
            files.AddRange(ofClass);
            labels.AddRange(Enumerable.Repeat(label, ofClass.Length));
        }

        return new ImageListing(folder, classes, [.. files], [.. labels]);
    }

    /// <summary>Throws where no file of a class is left.</summary>
    public void ThrowIfAClassIsEmpty(int[] kept)
    {
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
