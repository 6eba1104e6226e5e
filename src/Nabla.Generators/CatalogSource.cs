using System.Text;

namespace Nabla.Generators;

/// <summary>The C# that adds the components of an assembly to the registry when the assembly is first used.</summary>
internal static class CatalogSource
{
    public static string Of(string assembly, IEnumerable<Component> components)
    {
        var source = new StringBuilder(ComponentSource.Header);
        source.Append($$"""
            internal static class ComponentsOf_{{new string([.. assembly.Select(Letter)])}}
            {
                [ModuleInitializer]
                internal static void Add() => ComponentRegistry.Add(Entries);

                private static IEnumerable<ComponentEntry> Entries() =>
                [

            """);
        foreach (Component component in components.OrderBy(component => component.SourceName, StringComparer.Ordinal))
        {
            source.AppendLine($"        {component.SourceName}.Entry,");
        }

        return source.AppendLine("    ];").AppendLine("}").ToString();
    }

    private static char Letter(char character) => char.IsLetterOrDigit(character) ? character : '_';
}
