namespace Nabla.Studio;

/// <summary>Style sheets and scripts that lie beside the sources and travel within the assembly.</summary>
internal static class EmbeddedText
{
    /// <summary>The text of a file, by its name.</summary>
    public static string Read(string name)
    {
        using Stream stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"The assembly was built without '{name}'.", name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
