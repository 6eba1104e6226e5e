namespace Nabla.Configuration;

/// <summary>The kinds of components that files may name, of every family and every assembly.</summary>
/// <remarks>
/// Generated code adds the components of an assembly when the assembly is first used; their entries are made when
/// first something is read or written. Nothing in a file is ever looked up as a CLR type: a kind that was not added is
/// refused.
/// </remarks>
public static class ComponentRegistry
{
    private static readonly Lock s_lock = new();
    private static readonly List<Func<IEnumerable<ComponentEntry>>> s_catalogs = [];
    private static readonly Dictionary<(Type Family, string Kind), ComponentEntry> s_byKind = [];
    private static readonly Dictionary<Type, ComponentEntry> s_byType = [];
    private static readonly HashSet<ComponentFamily> s_families = [];
    private static string? s_conflict;

    /// <summary>Adds the components of an assembly.</summary>
    /// <param name="catalog">Makes their entries; called later, once.</param>
    public static void Add(Func<IEnumerable<ComponentEntry>> catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        lock (s_lock)
        {
            s_catalogs.Add(catalog);
        }
    }

    /// <summary>Every component that was added.</summary>
    internal static IReadOnlyList<ComponentEntry> Entries
    {
        get
        {
            lock (s_lock)
            {
                Open();
                return [.. s_byType.Values];
            }
        }
    }

    /// <summary>The entry of a component that is to be written.</summary>
    internal static ComponentEntry EntryOf(object component)
    {
        lock (s_lock)
        {
            Open();
            Type type = component.GetType();
            return s_byType.TryGetValue(type, out ComponentEntry? entry)
                ? entry
                : throw new NotSupportedException(
                    $"{type.Name} is no component that files know, so that it cannot be saved; "
                    + "put [Component(\"…\")] with a name for it above the class, and compile it with the source "
                    + "generator Nabla.Generators, as every project does that adds the package Nabla.");
        }
    }

    /// <summary>The entry of a kind that was read.</summary>
    /// <param name="type">The family, or a class within it.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="version">The version of the configuration.</param>
    /// <param name="node">Where the component stands, for messages.</param>
    internal static ComponentEntry EntryOf(Type type, string kind, int version, ConfigurationNode node)
    {
        ComponentFamily family = FamilyOf(type);
        lock (s_lock)
        {
            if (!s_byKind.TryGetValue((family.Type, kind), out ComponentEntry? entry))
            {
                throw node.Invalid(
                    $"the {family.Name} '{kind}' is unknown; "
                    + "use a type of the assembly that declares it before loading, or update Nabla");
            }

            return version >= 1 && version <= entry.Version
                ? entry
                : throw node.Invalid(
                    $"the {family.Name} '{kind}' is of version {version} "
                    + $"where this program knows versions 1 to {entry.Version}; update Nabla");
        }
    }

    /// <summary>The family that a class belongs to.</summary>
    internal static ComponentFamily FamilyOf(Type type)
    {
        lock (s_lock)
        {
            Open();
            foreach (ComponentFamily family in s_families)
            {
                if (family.Type.IsAssignableFrom(type))
                {
                    return family;
                }
            }
        }

        throw new NotSupportedException(
            $"{type.Name} belongs to no family of components; ask for the base class of one, such as Layer.");
    }

    // A catalog may load an assembly, which adds one more.
    private static void Open()
    {
        for (int i = 0; i < s_catalogs.Count; i++)
        {
            foreach (ComponentEntry entry in s_catalogs[i]())
            {
                Add(entry);
            }
        }

        s_catalogs.Clear();
        if (s_conflict is not null)
        {
            throw new InvalidOperationException(s_conflict);
        }
    }

    private static void Add(ComponentEntry entry)
    {
        s_families.Add(entry.Family);
        if (!s_byKind.TryAdd((entry.Family.Type, entry.Kind), entry) || !s_byType.TryAdd(entry.Type, entry))
        {
            ComponentEntry other = s_byKind[(entry.Family.Type, entry.Kind)];
            s_conflict = $"The {entry.Family.Name} '{entry.Kind}' is declared by {other.Type} and by {entry.Type}; "
                + "give each kind a name of its own in its [Component] attribute.";
        }
    }
}
