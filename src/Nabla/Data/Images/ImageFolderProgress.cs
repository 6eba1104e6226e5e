namespace Nabla;

/// <summary>How far reading a folder of images has come.</summary>
/// <param name="Done">Files that were read.</param>
/// <param name="Total">Files that there are.</param>
public readonly record struct ImageFolderProgress(int Done, int Total);
