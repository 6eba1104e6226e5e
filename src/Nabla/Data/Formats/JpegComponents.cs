namespace Nabla.Data.Formats;

/// <summary>Looks components up by their names in the file.</summary>
internal static class JpegComponents
{
    /// <summary>Whether one of the components has a name.</summary>
    public static bool ContainsId(this Span<JpegComponent> components, int id)
    {
        foreach (JpegComponent component in components)
        {
            if (component.Id == id)
            {
                return true;
            }
        }

        return false;
    }
}
